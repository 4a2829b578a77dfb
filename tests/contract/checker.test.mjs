// The checker itself, on small documents: what it must not let through.
import assert from 'node:assert/strict';
import test from 'node:test';
import {Findings} from './findings.mjs';
import {GraphQlContract} from './graphqlcontract.mjs';
import {RestContract} from './restcontract.mjs';

const json = schema => ({content: {'application/json': {schema}}});
const box = {$ref: '#/components/schemas/Box'};
const document = {
    components: {schemas: {
        Box: {type: 'object', properties: {
            name: {type: 'string'}, size: {type: 'integer'}, state: {type: 'string', enum: ['on', 'off']},
            labels: {type: 'object', additionalProperties: {type: 'string'}},
            inner: {type: 'object', allOf: [{$ref: '#/components/schemas/Inner'}]}, data: {type: 'object'}}},
        Inner: {type: 'object', properties: {type: {type: 'string'}}},
        ErrorResponse: {type: 'object', properties: {error: {type: 'string'}}},
    }},
    paths: {
        '/boxes': {
            get: {parameters: [{name: 'limit', in: 'query', schema: {type: 'integer'}},
                {name: 'all', in: 'query', schema: {type: 'boolean'}},
                {name: 'org', in: 'query', required: true, schema: {type: 'string'}}],
            responses: {200: json({type: 'array', items: box})}},
            post: {requestBody: {required: true, ...json(box)}, responses: {201: {}, 204: {}}},
        },
        '/boxes/{id}': {get: {responses: {200: json(box)}}, delete: {responses: {204: {}}}},
        '/boxes/special': {get: {responses: {200: json({type: 'array', items: {type: 'string'}})}}},
    },
};
const good = {method: 'GET', path: '/v1/boxes/1', request_headers: {}, request_body: '', status: 200,
    content_type: 'application/json', answer: '{}'};

function found(change, instead = () => undefined) {
    const {problems} = new RestContract(document, instead).check({...good, ...change});
    return problems.map(({kind, at, pointer}) => [kind, at, pointer].join(' '));
}
const answered = body => found({answer: JSON.stringify(body)});
const posted = body => found({method: 'POST', path: '/v1/boxes', request_body: JSON.stringify(body), status: 201});

test('lets through what the document describes', () => {
    assert.deepEqual(answered({name: 'a', size: 1, state: 'on', labels: {x: 'y'}, inner: {type: 't'}, data: {free: 1}}), []);
    assert.deepEqual(posted({name: 'a', inner: {type: 't'}}), []);
    assert.deepEqual(found({path: '/v1/boxes?org=o&limit=3&all=true', answer: '[{"name": "a"}]'}), []);
    assert.deepEqual(found({method: 'DELETE', status: 204, answer: '', content_type: ''}), []);
});

test('finds values of the wrong type, and names the place in the terms of the document', () => {
    assert.deepEqual(answered({size: '1'}), ['answer Box.size /size']);
    assert.deepEqual(answered({name: null}), ['answer Box.name /name']);
    assert.deepEqual(answered({state: 'asleep'}), ['answer Box.state /state']);
    assert.deepEqual(answered({state: 1}), ['answer Box.state /state']);
    assert.deepEqual(answered({labels: {x: 1}}), ['answer Box.labels.* /labels/x']);
    assert.deepEqual(answered({inner: {type: 1}}), ['answer Inner.type /inner/type']);
    assert.deepEqual(found({path: '/v1/boxes?org=o', answer: '[{}, {"size": 1.5}]'}), ['answer Box.size /1/size']);
    assert.deepEqual(found({path: '/v1/boxes/special', answer: '[1]'}), ['answer 200[] /0']);
});

test('finds misspelt members on both sides', () => {
    assert.deepEqual(posted({nmae: 'a'}), ['request-member Box.nmae /nmae']);
    assert.deepEqual(posted({inner: {kind: 't'}}), ['request-member Inner.kind /inner/kind']);
    assert.deepEqual(answered({'a/b': 1}), ['answer-member Box.a/b /a~1b']);
});

test('finds bodies that are missing, not expected, or no JSON', () => {
    const post = {method: 'POST', path: '/v1/boxes', status: 201};
    assert.deepEqual(found(post), ['request body ']);
    assert.deepEqual(found({...post, request_body: '{'}), ['request body ']);
    assert.deepEqual(found({request_body: '{}'}), ['request body ']);
    assert.deepEqual(found({answer: ''}), ['answer body ']);
    assert.deepEqual(found({method: 'DELETE', status: 204, answer: '{}'}), ['answer body ']);
    assert.deepEqual(found({content_type: 'text/html'}), ['content-type 200 ']);
});

test('finds wrong, unknown and missing query parameters', () => {
    const list = query => found({path: `/v1/boxes?${query}`, answer: '[]'});
    assert.deepEqual(list('org=o&limit=ten'), ['query limit ']);
    assert.deepEqual(list('org=o&all=yes'), ['query all ']);
    assert.deepEqual(list('org=o&al=true'), ['query al ']);
    assert.deepEqual(list('limit=1'), ['query org ']);
});

test('finds endpoints and statuses that the document does not know', () => {
    assert.deepEqual(found({path: '/v1/bxes'}), ['endpoint  ']);
    assert.deepEqual(found({method: 'PUT'}), ['endpoint  ']);
    assert.deepEqual(found({status: 202}), ['status 202 ']);
    assert.deepEqual(found({status: 404, answer: '404 page not found\n'}), ['endpoint unknown ']);
    assert.deepEqual(found({status: 409, answer: '{"eror": "x"}'}), ['status 409 ', 'answer-member ErrorResponse.eror /eror']);
});

test('does not hold against the document what the server refuses', () => {
    assert.deepEqual(found({method: 'POST', path: '/v1/boxes', request_body: '{"nmae": 1}', status: 422,
        answer: '{"error": "no"}'}), ['status 422 ']);
});

test('uses a schema that stands in for the document\'s', () => {
    const instead = (endpoint, status) => endpoint === 'GET /boxes/{id}' && status === 200
        ? {type: 'object', properties: {box}, required: ['box']} : undefined;
    assert.deepEqual(found({answer: '{"box": {"name": "a"}}'}, instead), []);
    assert.deepEqual(found({answer: '{"box": {"name": 1}}'}, instead), ['answer Box.name /box/name']);
    assert.deepEqual(found({answer: '{}'}, instead), ['answer 200 ']);
});

test('counts an endpoint only once it has answered well', () => {
    const contract = new RestContract(document, () => undefined);
    contract.check({...good, status: 404, answer: '{"error": "x"}'});
    assert.deepEqual([...contract.covered], []);
    contract.check(good);
    assert.deepEqual([...contract.covered], ['GET /boxes/{id}']);
    contract.check({...good, path: '/v1/boxes/special', answer: '[]'});
    assert.deepEqual([...contract.covered], ['GET /boxes/{id}', 'GET /boxes/special']);
});

const graph = new GraphQlContract(`
    scalar BigInt
    enum State { ON OFF }
    interface Node { id: ID! }
    type Box implements Node { id: ID!, name: String, size: Int!, state: State, bytes: BigInt, inner: [Box!] }
    type Bag implements Node { id: ID!, colour: String! }
    union Thing = Box | Bag
    input BoxInput { name: String!, size: Int }
    type Query { box(name: String!): Box, thing: Thing, node: Node }
    type Mutation { makeBox(input: BoxInput!): Box }`);

function foundInGraph(query, variables, data, more = {}) {
    const exchange = {status: 200, request_body: JSON.stringify({query, variables}), answer: JSON.stringify({data, ...more})};
    return graph.check(exchange).problems.map(({kind, at, pointer}) => [kind, at, pointer].join(' '));
}

test('GraphQL: lets through what the schema describes', () => {
    const query = `query($n: String!, $no: Boolean = false) { first: box(name: $n) { id ...Rest inner { size } name @include(if: $no) } }
        fragment Rest on Box { state bytes }`;
    const data = {first: {id: '1', state: 'ON', bytes: '12', inner: [{size: 1}]}};
    assert.deepEqual(foundInGraph(query, {n: 'a'}, data), []);
    assert.deepEqual(foundInGraph('{ thing { __typename ... on Bag { colour } ... on Box { name } } }', {},
        {thing: {__typename: 'Bag', colour: 'red'}}), []);
    assert.deepEqual(foundInGraph('{ box(name: "a") { id } }', {}, null, {errors: [{message: 'no'}]}), []);
});

test('GraphQL: finds requests that the schema does not allow', () => {
    assert.deepEqual(foundInGraph('{ box { id } }', {}, {}), ['graphql-request query ']);
    assert.deepEqual(foundInGraph('{ box(name: "a") { weight } }', {}, {}), ['graphql-request query ']);
    const make = 'mutation($input: BoxInput!) { makeBox(input: $input) { id } }';
    const made = {makeBox: {id: '1'}};
    assert.deepEqual(foundInGraph(make, {input: {name: 'a', size: 1}}, made), []);
    assert.deepEqual(foundInGraph(make, {input: {name: 'a', sise: 1}}, made), ['graphql-request variables ']);
    assert.deepEqual(foundInGraph(make, {input: {size: 1}}, made), ['graphql-request variables ']);
    assert.deepEqual(foundInGraph(make, {input: {name: 'a'}, inptu: 1}, made), ['graphql-request variables /inptu']);
});

test('GraphQL: finds answers of another shape', () => {
    const ask = (selection, answer) => foundInGraph(`{ box(name: "a") { ${selection} } }`, {}, {box: answer});
    assert.deepEqual(ask('id name', {id: '1'}), ['graphql-answer Box.name /data/box/name']);
    assert.deepEqual(ask('id', {id: '1', name: 'a'}), ['graphql-answer Box.name /data/box/name']);
    assert.deepEqual(ask('id', {id: null}), ['graphql-answer Box.id /data/box/id']);
    assert.deepEqual(ask('size', {size: '1'}), ['graphql-answer Box.size /data/box/size']);
    assert.deepEqual(ask('bytes', {bytes: 1}), ['graphql-answer Box.bytes /data/box/bytes']);
    assert.deepEqual(ask('state', {state: 'ASLEEP'}), ['graphql-answer Box.state /data/box/state']);
    assert.deepEqual(ask('inner { id }', {inner: {id: '1'}}), ['graphql-answer Box.inner /data/box/inner']);
    assert.deepEqual(ask('inner { id }', {inner: [null]}), ['graphql-answer Box.inner /data/box/inner/0']);
    assert.deepEqual(foundInGraph('{ thing { __typename } }', {}, {thing: {__typename: 'Tub'}}),
        ['graphql-answer Thing.__typename /data/thing/__typename']);
    assert.deepEqual(foundInGraph('{ thing { ... on Bag { colour } } }', {}, {thing: {colour: null}}),
        ['graphql-answer Bag.colour /data/thing/colour']);
    assert.deepEqual(foundInGraph('{ box(name: "a") { id } }', {}, null), ['graphql-answer data /data']);
});

test('keeps what is on purpose apart, and tells of reasons that nothing needs', () => {
    const problem = {kind: 'answer', endpoint: 'GET /boxes', at: 'Box.name', value: null, client: 'ours', message: ''};
    const findings = new Findings([
        {kind: 'answer', at: ['Box.name', 'Box.size'], value: 'null', why: ''},
        {kind: 'answer', endpoint: 'GET /bags', at: 'Box.name', why: ''},
    ]);
    findings.add(problem);
    findings.add({...problem, value: 1});
    findings.add({...problem, kind: 'request'});
    assert.deepEqual(findings.differences.map(({kind, value}) => [kind, value]), [['answer', 1], ['request', null]]);
    assert.equal(findings.onPurpose, 1);
    assert.deepEqual(findings.unused.map(({endpoint, at}) => [endpoint, at]), [['', 'Box.size'], ['GET /bags', 'Box.name']]);
});
