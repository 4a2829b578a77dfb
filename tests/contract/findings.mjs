// Sorts what differs into what is on purpose and what is not, and prints it.
export class Findings {
    #deviations; // one for each endpoint and place that a row names
    #groups = new Map();

    constructor(rows) {
        this.#deviations = rows.flatMap(row => [row.endpoint ?? ''].flat().flatMap(endpoint =>
            [row.at].flat().map(at => ({...row, endpoint, at, count: 0}))));
    }

    // The schema to use in place of the document's, if there is one.
    schemaFor(endpoint, status) {
        return this.#explain({kind: 'schema', endpoint, at: String(status)})?.schema;
    }

    // A problem is {kind, endpoint, at, pointer, message, value, client, where}.
    add(problem) {
        if (this.#explain(problem))
            return;
        const {kind, endpoint, at, message} = problem;
        const isUnnamed = kind !== 'status' && /^(body|\d)/.test(at); // a place in a schema that has no name
        const key = [kind, isUnnamed ? endpoint : '', at, message].join('\n');
        const group = this.#groups.get(key) ?? {...problem, count: 0, endpoints: new Set()};
        ++group.count;
        group.endpoints.add(endpoint);
        this.#groups.set(key, group);
    }

    #explain(problem) {
        const row = this.#deviations.find(row => row.kind === problem.kind && row.at === problem.at
            && (!row.endpoint || row.endpoint === problem.endpoint)
            && (!row.value || row.value === typeOf(problem.value))
            && (!row.client || row.client === problem.client));
        if (row)
            ++row.count;
        return row;
    }

    get onPurpose() {
        return this.#deviations.length - this.unused.length;
    }

    get unused() {
        return this.#deviations.filter(({count}) => count === 0);
    }

    get differences() {
        return [...this.#groups.values()].sort((one, other) =>
            one.kind.localeCompare(other.kind) || one.at.localeCompare(other.at));
    }

    print() {
        for (const {kind, at, message, value, pointer, count, endpoints, client, where} of this.differences) {
            console.log(`${kind}: ${at}: ${message}`);
            console.log(`    ${count} times; first at ${where} (${client}) ${pointer || '/'} = ${short(value)}`);
            for (const endpoint of [...endpoints].slice(0, 4))
                console.log(`    ${endpoint}`);
            if (endpoints.size > 4)
                console.log(`    and ${endpoints.size - 4} more`);
        }
        for (const {kind, endpoint, at, why} of this.unused)
            console.log(`deviates no more: ${kind} ${endpoint} ${at}: ${why}`);
    }
}

const typeOf = value => value === null ? 'null' : typeof value;

function short(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
