// What tests/json-shapes does: runs each verb of swarmctl as a script would and holds its answer against its schema.
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {load} from './npm.mjs';

const {API_URL: api, GRAPHQL_URL: graphql} = process.env;
const bin = process.argv[2];
const schemas = new URL('../packaging/schema/', import.meta.url);
const read = name => JSON.parse(readFileSync(new URL(name, schemas)));
const Ajv = load('ajv/dist/2020').default;
const ajv = new Ajv({strict: false, allErrors: true});
ajv.addSchema(read('swarmctl.schema.json'), 'swarmctl');
const isInstanceFile = ajv.compile(read('instance.schema.json'));

const home = mkdtempSync(join(tmpdir(), 'json-shapes-'));
writeFileSync(join(home, 'xdg-open'), '#!/bin/sh\n', {mode: 0o755}); // a browser that nobody sees
process.on('exit', () => rmSync(home, {recursive: true, force: true}));
const env = {
    ...process.env,
    PATH: `${home}:${process.env.PATH}`,
    HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home,
    FLY_API_TOKEN: 'fo1_shapes', SWARM_PASSWORD: 'correct horse',
};
const used = new Set();
let wrong = 0;

function say(words, problem) {
    console.error(`swarmctl ${words.join(' ')}: ${problem}`);
    ++wrong;
}

// Runs it, expects this exit code and an answer of this shape, and returns the answer.
function run(shape, words, code = 0) {
    used.add(words[0] === 'status' ? 'show' : words[0]);
    const ran = spawnSync(`${bin}/swarmctl`,
        [...words, '--json', '--api-url', api, '--graphql-url', graphql, '--time-scale', '50'], {env, encoding: 'utf8', input: ''});
    if (ran.status !== code)
        say(words, `exit code ${ran.status}, not ${code}: ${ran.stderr}`);
    let answer;
    try {
        answer = JSON.parse(ran.stdout);
    } catch {
        say(words, `no JSON: ${ran.stdout.slice(0, 200)} ${ran.stderr}`);
        return {};
    }
    const fits = ajv.getSchema(`swarmctl#/$defs/${shape}`);
    if (!fits(answer))
        say(words, `is no ${shape}: ${ajv.errorsText(fits.errors)}\n${ran.stdout}`);
    return answer;
}

run('doctor', ['doctor']); // before the simulator's clock runs far ahead
run('list', ['list']);
run('operation', ['create', 'box', '--size', 'small', '--disk', '3', '--image', 'codercom/code-server:4.96.2', '--env', 'A=b']);
run('list', ['list']);
run('show', ['show', 'box']);
run('show', ['status', 'box']);
run('health', ['health', 'box']);
run('show', ['wait', 'box']);
run('operation', ['open', 'box']);
run('operation', ['stop', 'box']);
run('operation', ['stop', 'box']); // already
run('operation', ['start', 'box']);
run('operation', ['suspend', 'box']);
run('operation', ['restart', 'box']);
run('operation', ['resize', 'box', '--size', 'standard']);
run('operation', ['extend', 'box', '--disk', '4']);
run('images', ['image']);
run('operation', ['image', 'box', '--to', '4.97.0']);
run('versions', ['image', 'box']);
run('operation', ['rollback', 'box']);
run('environment', ['env', 'box']);
run('operation', ['env', 'box', '--set', 'C=d']);
run('operation', ['idle', 'box', 'never']);
run('operation', ['rename', 'box', 'crate']);
run('operation', ['rotate-password', 'crate']);
run('operation', ['snapshot', 'crate']);
run('snapshots', ['snapshot', 'crate', '--list']);
run('operation', ['clone', 'crate', 'copy']);
run('operation', ['move', 'crate', '--region', 'fra']);
run('operation', ['move', 'crate', '--confirm', '--yes']);
run('operation', ['recreate', 'copy']);
run('addresses', ['address', 'crate']);
run('operation', ['address', 'crate', '--add', 'v4']);
run('domains', ['domain', 'crate']);
run('operation', ['domain', 'crate', '--add', 'code.example.org']);
run('operation', ['backup', 'crate', '--to', join(home, 'crate.tar.gz')]);
run('cost', ['cost']);
run('cost', ['cost', 'crate']);
run('orphans', ['orphans']);
run('answer', ['adopt']);
run('logs', ['logs', 'crate']);
run('metrics', ['metrics', 'crate']);
run('recovered', ['recover']);
run('accounts', ['accounts']);

const exported = run('export', ['export', 'crate']);
const file = join(home, 'crate.toml');
writeFileSync(file, exported.file ?? '');
// Python's own reader of TOML, so that not only ours understands what we write.
const plain = spawnSync('python3', ['-c', `
import json, sys
try:
    import tomllib
except ImportError:
    print("null"); sys.exit()
print(json.dumps(tomllib.load(open(sys.argv[1], "rb"))))`, file], {encoding: 'utf8'}).stdout ?? 'null'; // where there is no Python, ours has to do
if (!['', 'null'].includes(plain.trim()) && !isInstanceFile(JSON.parse(plain)))
    say(['export'], ajv.errorsText(isInstanceFile.errors));
run('deploy', ['deploy', '--file', file]);
run('diff', ['diff', '--file', file]);
run('deploy', ['deploy', '--name', 'third', '--size', 'small']);
run('calls', ['delete', 'third', '--dry-run']);

run('operation', ['delete', 'copy', '--keep', '5d', '--yes']);
run('deleted', ['list', '--deleted']);
run('operation', ['restore', 'copy']);
run('operation', ['delete', 'copy', '--keep', '5d', '--yes']);
run('operation', ['erase', 'copy', '--yes']);
run('operation', ['delete', 'third', '--yes']);
run('operation', ['delete', 'crate', '--yes']);
run('failure', ['show', 'nothing'], 4);
run('failure', ['forget', 'nothing'], 4);
run('failure', ['create', 'Not A Name'], 2);
run('failure', ['login'], 3); // an empty token
run('logout', ['logout']);

// Every verb that the help names has been run.
const help = execFileSync(`${bin}/swarmctl`, ['--help'], {encoding: 'utf8'});
const verbs = help.split('Subcommands:')[1].split('\n').map(line => line.match(/^ {2}([a-z-]+)/)?.[1]).filter(Boolean);
const unused = verbs.filter(verb => !used.has(verb) && verb !== 'completion');
if (unused.length)
    say(unused, 'not run');
console.log(`${used.size} verbs, ${wrong} wrong answers`);
process.exit(wrong ? 1 : 0);
