// Holds one GraphQL exchange against Fly's published schema: what was asked, and the shape of what was answered.
import {load} from '../npm.mjs';

const graphql = load('graphql');

export class GraphQlContract {
    #schema;

    constructor(schemaText) {
        this.#schema = graphql.buildSchema(schemaText, {assumeValidSDL: true});
    }

    // Gives {operation, problems: [{kind, at, pointer, message, value}]}.
    check(exchange) {
        const problems = [];
        const add = (kind, at, pointer, message, value) => problems.push({kind, at, pointer, message, value});
        let asked;
        let document;
        try {
            asked = JSON.parse(exchange.request_body);
            document = graphql.parse(asked.query);
        } catch (error) {
            add('graphql-request', 'body', '', error.message, exchange.request_body);
            return {operation: 'GraphQL', problems};
        }
        const operation = graphql.getOperationAST(document, asked.operationName || undefined);
        if (!operation) {
            add('graphql-request', 'operationName', '', 'names no operation of the query', asked.operationName);
            return {operation: 'GraphQL', problems};
        }
        const roots = operation.selectionSet.selections.map(field => field.name?.value).join(', ');
        const name = `${operation.operation} ${roots}`;
        const invalid = graphql.validate(this.#schema, document);
        for (const error of invalid)
            add('graphql-request', 'query', '', error.message, asked.query);
        if (invalid.length > 0)
            return {operation: name, problems};
        const {errors, coerced} = graphql.getVariableValues(
            this.#schema, operation.variableDefinitions ?? [], asked.variables ?? {});
        for (const error of errors ?? [])
            add('graphql-request', 'variables', '', error.message, asked.variables);
        for (const one of undeclaredVariables(operation, asked.variables))
            add('graphql-request', 'variables', `/${one}`, 'the query declares no such variable', asked.variables[one]);
        if (exchange.status === 200)
            this.#checkAnswer(exchange, document, operation, coerced ?? {}, add);
        else if (exchange.status !== 401 && exchange.status !== 429 && exchange.status < 500)
            add('graphql-answer', 'status', '', 'GraphQL answers with 200', exchange.status);
        return {operation: name, problems};
    }

    #checkAnswer(exchange, document, operation, variables, add) {
        let answer;
        try {
            answer = JSON.parse(exchange.answer);
        } catch {
            add('graphql-answer', 'body', '', 'is not JSON', exchange.answer);
            return;
        }
        const failed = Array.isArray(answer.errors) && answer.errors.length > 0;
        for (const error of answer.errors ?? []) {
            if (typeof error.message !== 'string')
                add('graphql-answer', 'errors', '/errors', 'an error has a message', error);
        }
        if (answer.data === null || answer.data === undefined) {
            if (!failed)
                add('graphql-answer', 'data', '/data', 'neither data nor errors', exchange.answer);
            return;
        }
        const fragments = new Map(document.definitions
            .filter(definition => definition.kind === 'FragmentDefinition')
            .map(definition => [definition.name.value, definition]));
        const shape = new Shape(this.#schema, fragments, variables, add);
        shape.object(answer.data, this.#schema.getRootType(operation.operation), [operation.selectionSet], '/data');
    }
}

function undeclaredVariables(operation, variables) {
    const declared = (operation.variableDefinitions ?? []).map(({variable}) => variable.name.value);
    return Object.keys(variables ?? {}).filter(name => !declared.includes(name));
}

// Walks data beside the selection that asked for it.
class Shape {
    constructor(schema, fragments, variables, add) {
        Object.assign(this, {schema, fragments, variables});
        this.add = (at, pointer, message, value) => add('graphql-answer', at, pointer, message, value);
    }

    object(value, type, selectionSets, pointer) {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) {
            this.add(type.name, pointer, `should be an object (${type.name})`, value);
            return;
        }
        const fields = this.#fieldsOf(value, type, selectionSets);
        for (const [key, {of, name, sets}] of fields) {
            if (!(key in value))
                this.add(`${of.name}.${name}`, `${pointer}/${key}`, 'was asked for and is missing', undefined);
            else if (name === '__typename')
                this.typeName(value[key], type, `${pointer}/${key}`);
            else
                this.value(value[key], of.getFields()[name].type, sets, `${pointer}/${key}`, `${of.name}.${name}`);
        }
        for (const key of Object.keys(value)) {
            if (!fields.has(key))
                this.add(`${type.name}.${key}`, `${pointer}/${key}`, 'was not asked for', value[key]);
        }
    }

    typeName(name, type, pointer) {
        const names = (graphql.isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]).map(one => one.name);
        if (!names.includes(name))
            this.add(`${type.name}.__typename`, pointer, `should be ${names.join(' or ')}`, name);
    }

    value(value, type, sets, pointer, at) {
        if (graphql.isNonNullType(type)) {
            if (value === null)
                this.add(at, pointer, `may not be null (${type})`, value);
            else
                this.value(value, type.ofType, sets, pointer, at);
        } else if (value === null) {
            return;
        } else if (graphql.isListType(type)) {
            if (Array.isArray(value))
                value.forEach((one, i) => this.value(one, type.ofType, sets, `${pointer}/${i}`, at));
            else
                this.add(at, pointer, `should be a list (${type})`, value);
        } else if (graphql.isCompositeType(type)) {
            this.object(value, type, sets, pointer);
        } else if (!isLeaf(value, type)) {
            this.add(at, pointer, `should be a ${type}`, value);
        }
    }

    // Answer key → {of, name, sets}: the type that has the field, its name, and what was selected inside.
    #fieldsOf(value, type, selectionSets) {
        const fields = new Map();
        const actual = graphql.isAbstractType(type) ? this.#concrete(value, type) : type;
        const collect = (set, of) => {
            for (const node of set.selections) {
                if (!this.#isIncluded(node))
                    continue;
                if (node.kind === 'Field') {
                    const key = (node.alias ?? node.name).value;
                    const field = fields.get(key) ?? {of, name: node.name.value, sets: []};
                    if (node.selectionSet)
                        field.sets.push(node.selectionSet);
                    fields.set(key, field);
                    continue;
                }
                const fragment = node.kind === 'FragmentSpread' ? this.fragments.get(node.name.value) : node;
                const condition = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : of;
                if (this.#isOne(actual, condition))
                    collect(fragment.selectionSet, condition);
            }
        };
        selectionSets.forEach(set => collect(set, actual));
        return fields;
    }

    // Which of the possible types it is: __typename says so, or the members that only one of them was asked for.
    #concrete(value, type) {
        const possible = this.schema.getPossibleTypes(type);
        return possible.find(one => one.name === value.__typename)
            ?? possible.find(one => Object.keys(value).every(key => key in one.getFields())) ?? type;
    }

    #isOne(actual, condition) {
        return actual === condition
            || (graphql.isAbstractType(condition) && !graphql.isAbstractType(actual)
                && this.schema.isSubType(condition, actual));
    }

    #isIncluded(node) {
        return (node.directives ?? []).every(({name, arguments: given}) => {
            const condition = given.find(argument => argument.name.value === 'if')?.value;
            const isTrue = condition?.kind === 'Variable' ? this.variables[condition.name.value] : condition?.value;
            return name.value === 'include' ? isTrue : name.value === 'skip' ? !isTrue : true;
        });
    }
}

function isLeaf(value, type) {
    if (graphql.isEnumType(type))
        return type.getValue(value) !== undefined;
    switch (type.name) {
    case 'Int': return Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    case 'Float': return typeof value === 'number';
    case 'Boolean': return typeof value === 'boolean';
    case 'String': case 'ID': return typeof value === 'string';
    case 'BigInt': return typeof value === 'string' && /^-?\d+$/.test(value);
    case 'ISO8601DateTime': return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default: return true; // JSON and its like
    }
}
