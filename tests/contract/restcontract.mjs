// Holds one exchange against Fly's published REST document.
import {Schemas} from './schemas.mjs';

const prefix = '/v1';
// What stands for each error that the document does not describe further.
const errorSchema = {$ref: '#/components/schemas/ErrorResponse'};

export class RestContract {
    #schemas;
    #operations;
    #instead;
    covered = new Set();

    // `instead`: schemas to use in place of the document's, as (endpoint, status) → schema or nothing.
    constructor(document, instead) {
        this.#schemas = new Schemas(document);
        this.#operations = operationsOf(document);
        this.#instead = instead;
    }

    get endpoints() {
        return this.#operations.map(({endpoint}) => endpoint);
    }

    // Gives {endpoint, problems: [{kind, at, pointer, message, value}], isRefused, hasAnswerSchema}.
    check(exchange) {
        const url = new URL(exchange.path, 'http://fly');
        const found = this.#find(exchange.method, url.pathname);
        if (!found) {
            const message = 'the document has no such endpoint';
            return {endpoint: `${exchange.method} ${url.pathname}`, isRefused: false, hasAnswerSchema: false,
                problems: [{kind: 'endpoint', at: '', pointer: '', message, value: exchange.status}]};
        }
        const {endpoint, operation} = found;
        // What the server itself calls wrong is not held against the document.
        const isRefused = exchange.status === 400 || exchange.status === 422;
        const request = isRefused ? [] : [
            ...queryProblems(operation, url.searchParams),
            ...headerProblems(operation, exchange.request_headers),
            ...this.#bodyProblems(operation, exchange),
        ];
        const answer = this.#answerProblems(endpoint, operation, exchange);
        if (exchange.status >= 200 && exchange.status < 300)
            this.covered.add(endpoint);
        return {endpoint, isRefused, hasAnswerSchema: answer.hasSchema, problems: [...request, ...answer.problems]};
    }

    #find(method, path) {
        if (!path.startsWith(`${prefix}/`))
            return undefined;
        const pieces = path.slice(prefix.length).split('/');
        // The one with the most pieces in words: "/certificates/acme" goes before "/certificates/{hostname}".
        return this.#operations
            .filter(operation => operation.method === method && fits(operation.pieces, pieces))
            .sort((one, other) => words(other.pieces) - words(one.pieces))[0];
    }

    #bodyProblems(operation, exchange) {
        const body = exchange.request_body;
        const schema = operation.requestBody?.content['application/json'].schema;
        const problem = (message, value) => [{kind: 'request', at: 'body', pointer: '', message, value}];
        if (body === '')
            return operation.requestBody?.required ? problem('a body is required', '') : [];
        let value;
        try {
            value = JSON.parse(body);
        } catch {
            return problem('the body is not JSON', body);
        }
        if (!schema)
            return problem('the document knows of no body', value);
        return this.#schemas.problems(value, schema, 'body').map(one =>
            ({kind: one.isUnknownMember ? 'request-member' : 'request', ...one}));
    }

    #answerProblems(endpoint, operation, exchange) {
        const {status, answer} = exchange;
        const problems = [];
        const add = (kind, at, message, value) => problems.push({kind, at, pointer: '', message, value});
        if (answer.startsWith('404 page not found')) {
            add('endpoint', 'unknown', 'the simulator has no such endpoint', answer);
            return {hasSchema: false, problems};
        }
        const described = operation.responses[String(status)];
        if (!described)
            add('status', String(status), 'the document does not name this status', answer);
        const instead = this.#instead(endpoint, status);
        const content = described?.content?.['application/json'] ?? Object.values(described?.content ?? {})[0];
        const schema = instead ?? (status >= 400 && !content ? errorSchema : content?.schema);
        if (status === 204 && answer !== '')
            add('answer', 'body', 'a 204 has no body', answer);
        if (!schema)
            return {hasSchema: false, problems};
        const isText = Object.keys(described?.content ?? {})[0]?.startsWith('text/');
        let value = answer;
        if (!isText) {
            if (!exchange.content_type.startsWith('application/json'))
                add('content-type', String(status), 'should be application/json', exchange.content_type);
            try {
                value = JSON.parse(answer);
            } catch {
                add('answer', 'body', 'is not JSON', answer);
                return {hasSchema: true, problems};
            }
        }
        for (const one of this.#schemas.problems(value, schema, String(status)))
            problems.push({kind: one.isUnknownMember ? 'answer-member' : 'answer', ...one});
        return {hasSchema: true, problems};
    }
}

function operationsOf(document) {
    const list = [];
    for (const [path, methods] of Object.entries(document.paths)) {
        for (const [verb, operation] of Object.entries(methods)) {
            const method = verb.toUpperCase();
            list.push({method, endpoint: `${method} ${path}`, pieces: path.split('/'), operation});
        }
    }
    return list;
}

const isName = piece => piece.startsWith('{');
const words = pieces => pieces.filter(piece => !isName(piece)).length;
const fits = (pattern, pieces) => pattern.length === pieces.length
    && pattern.every((piece, i) => isName(piece) ? pieces[i] !== '' : piece === pieces[i]);

function queryProblems(operation, query) {
    const parameters = (operation.parameters ?? []).filter(parameter => parameter.in === 'query');
    const problems = [];
    const add = (at, message, value) => problems.push({kind: 'query', at, pointer: '', message, value});
    for (const [name, value] of query) {
        const schema = parameters.find(parameter => parameter.name === name)?.schema;
        if (!schema)
            add(name, 'the document has no such query parameter', value);
        else if (!isOfType(value, schema))
            add(name, `is not ${schema.enum?.join(', ') ?? schema.type}`, value);
    }
    for (const {name, required} of parameters) {
        if (required && !query.has(name))
            add(name, 'is required', '');
    }
    return problems;
}

function isOfType(value, schema) {
    if (schema.enum)
        return value.split(',').every(one => schema.enum.includes(one)); // "supports repeated or comma-separated values"
    if (schema.type === 'integer')
        return /^-?\d+$/.test(value);
    if (schema.type === 'boolean')
        return value === 'true' || value === 'false';
    return true;
}

function headerProblems(operation, headers) {
    return (operation.parameters ?? [])
        .filter(({in: place, required, name}) => place === 'header' && required && !headers[name.toLowerCase()])
        .map(({name}) => ({kind: 'request', at: name, pointer: '', message: 'the header is required', value: ''}));
}
