// What tests/readme does.
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const {API_URL: api, GRAPHQL_URL: graphql} = process.env;
const bin = process.argv[2];
const source = new URL('..', import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), 'readme-'));
process.on('exit', () => rmSync(home, {recursive: true, force: true}));
const tools = join(home, 'bin');
mkdirSync(tools);
const tool = (name, text) => {
    writeFileSync(join(tools, name), text);
    chmodSync(join(tools, name), 0o755);
};
// The reader's swarmctl, which finds the simulator where it would find Fly.io; and a browser that nobody sees.
tool('swarmctl', `#!/bin/sh\nexec ${bin}/swarmctl "$@" --api-url '${api}' --graphql-url '${graphql}' --time-scale 50\n`);
tool('xdg-open', '#!/bin/sh\n');
const env = {
    ...process.env,
    HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home,
    PATH: `${tools}:${process.env.PATH}`, FLY_API_TOKEN: 'fo1_reader', SWARM_PASSWORD: 'correct horse',
};
// What a line may end with beside 0, and why.
const otherwise = [
    [/^swarmctl diff /, [0, 5]], // the file may differ
];
// Programs of the repository that other tests run, since they take minutes: that they are there is enough here.
const elsewhere = /^(app\/run|tests\/run|tests\/[a-z-]+|tests\/[a-z]+\/run|packaging\/build-deb|resources\/i18n\/update)( |$)/;

let ran = 0;
let skipped = 0;
let wrong = 0;
function follow(file, line) {
    const words = line.replace(/\s+#.*$/, '').trim();
    if (!words)
        return;
    if (elsewhere.test(words)) {
        if (!existsSync(join(source, words.split(' ')[0]))) {
            console.error(`${file}: there is no ${words}`);
            ++wrong;
        }
        ++skipped;
        return;
    }
    const done = spawnSync('bash', ['-c', words], {env, cwd: home, encoding: 'utf8', input: '', timeout: 60000});
    ++ran;
    const allowed = otherwise.find(([pattern]) => pattern.test(words))?.[1] ?? [0];
    if (!allowed.includes(done.status)) {
        console.error(`${file}: ${words}\n  exit code ${done.status}\n  ${done.stdout}${done.stderr}`);
        ++wrong;
    }
}

for (const file of ['README.md', 'packaging/image/README.md', 'fly/simulator/README.md', 'packaging/README.md', 'app/README.md']) {
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, info, block] of text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)) {
        if (info === 'sh')
            block.split('\n').forEach(line => follow(file, line));
        else if (info.startsWith('sh'))
            skipped += block.trim().split('\n').length;
        else if (info === 'toml') { // the file that the commands after it may read
            writeFileSync(join(home, 'example.toml'), block);
            follow(file, 'swarmctl deploy --file example.toml --name example --dry-run');
        }
    }
}
console.log(`${ran} commands run, ${skipped} left to other tests, ${wrong} wrong`);
process.exit(wrong || ran < 15 || skipped > 8 ? 1 : 0);
