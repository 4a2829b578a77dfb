// check.mjs TRANSCRIPT...: holds what was asked and answered, as the simulator wrote it down, against Fly's published
// documents: machines-openapi.json and graphql-schema.graphql in SWARM_FLY_SPEC, or beside the repository.
// Members and query parameters that the document does not know are only counted where a client of somebody else's sent
// them. Exit 1 when anything differs that deviations.mjs does not give a reason for.
import {existsSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {deviations} from './deviations.mjs';
import {Findings} from './findings.mjs';
import {GraphQlContract} from './graphqlcontract.mjs';
import {RestContract} from './restcontract.mjs';

const spec = process.env.SWARM_FLY_SPEC || fileURLToPath(new URL('../../../shared/fly', import.meta.url));
const restPath = join(spec, 'machines-openapi.json');
const graphqlPath = join(spec, 'graphql-schema.graphql');
if (!existsSync(restPath) || !existsSync(graphqlPath)) {
    console.log(`The contract test did not run: Fly's documents are not in ${spec}; SWARM_FLY_SPEC says where they are.`);
    process.exit(0);
}

const findings = new Findings(deviations);
const rest = new RestContract(JSON.parse(readFileSync(restPath)), (endpoint, status) => findings.schemaFor(endpoint, status));
const graphql = new GraphQlContract(readFileSync(graphqlPath, 'utf8'));
const counts = {requests: 0, refused: 0, answers: 0, withoutSchema: 0, graphql: 0, strange: 0, lost: 0};
const outside = new Map();

const isOurs = ({client, request_headers: headers}) =>
    client ? client === 'ours' : (headers['user-agent'] ?? '').startsWith('remote-swarm/');

function note(endpoint, problems, exchange, where) {
    const client = isOurs(exchange) ? 'ours' : 'stranger';
    for (const problem of problems) {
        if (client === 'stranger' && ['query', 'request-member'].includes(problem.kind))
            ++counts.strange;
        else
            findings.add({...problem, endpoint, client, where});
    }
}

function check(exchange, where) {
    const path = exchange.path.split('?')[0];
    if (exchange.status === 0) {
        ++counts.lost;
    } else if (path === '/graphql') {
        const {operation, problems} = graphql.check(exchange);
        ++counts.graphql;
        note(operation, problems, exchange, where);
    } else if (path.startsWith('/v1/')) {
        const {endpoint, problems, isRefused, hasAnswerSchema} = rest.check(exchange);
        ++counts.requests;
        ++(counts[hasAnswerSchema ? 'answers' : 'withoutSchema']);
        counts.refused += isRefused ? 1 : 0;
        note(endpoint, problems, exchange, where);
    } else {
        const route = `${exchange.method} ${exchange.route || path}`;
        outside.set(route, (outside.get(route) ?? 0) + 1);
    }
}

const files = process.argv.slice(2);
for (const file of files) {
    readFileSync(file, 'utf8').split('\n').forEach((line, i) => {
        if (line !== '')
            check(JSON.parse(line), `${basename(file)}:${i + 1}`);
    });
}
if (counts.requests === 0 || counts.graphql === 0) {
    console.log('The contract test found nothing to check.');
    process.exit(1);
}

findings.print();
const missing = rest.endpoints.filter(endpoint => !rest.covered.has(endpoint));
for (const endpoint of missing)
    console.log(`not covered: ${endpoint}`);
for (const [route, count] of outside)
    console.log(`outside both documents: ${route} (${count})`);
console.log(`endpoints covered / in the document: ${rest.covered.size} / ${rest.endpoints.length}`);
console.log(`requests checked: ${counts.requests} (${counts.refused} refused, ${counts.lost} without an answer left out)`);
console.log(`answers checked: ${counts.answers} (${counts.withoutSchema} more that the document says nothing about)`);
console.log(`GraphQL operations checked: ${counts.graphql}`);
console.log(`members and parameters of strangers that the document does not know: ${counts.strange}`);
console.log(`deviations on purpose: ${findings.onPurpose} (${findings.unused.length} unused)`);
console.log(`differences: ${findings.differences.length}`);
process.exit(findings.differences.length > 0 || findings.unused.length > 0 ? 1 : 0);
