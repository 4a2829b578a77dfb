// Validates values against the schemas of Fly's published REST document.
import {load} from '../npm.mjs';

const Ajv = load('ajv').default;

export class Schemas {
    #ajv = new Ajv({strict: false, allErrors: true, verbose: true, validateFormats: false});
    #compiled = new Map();
    #places = new Map(); // schema → where it stands in the document

    constructor(document) {
        const components = closed(document.components);
        for (const [name, schema] of Object.entries(components.schemas))
            this.#nameAll(schema, name);
        this.#ajv.addSchema({$id: 'fly', components});
    }

    // What is wrong with a value, as {at, pointer, message, value, isUnknownMember}. `at` is in the terms of the
    // document: `Machine.config`, `fly.MachineConfig.checks.*`; `name` stands for a schema that has no name there.
    problems(value, schema, name) {
        const validate = this.#validator(schema, name);
        if (validate(value))
            return [];
        const ofWrongType = new Set(validate.errors.filter(isTypeError).map(error => error.instancePath));
        return validate.errors
            .filter(error => error.keyword !== 'anyOf')
            .filter(error => isTypeError(error) || !ofWrongType.has(error.instancePath))
            .map(error => this.#problem(error));
    }

    #validator(schema, name) {
        const key = name + JSON.stringify(schema);
        if (!this.#compiled.has(key)) {
            const whole = closed(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"fly#/components/')));
            this.#nameAll(whole, name);
            this.#compiled.set(key, this.#ajv.compile(whole));
        }
        return this.#compiled.get(key);
    }

    #nameAll(schema, place) {
        this.#places.set(schema, place);
        for (const [name, property] of Object.entries(schema.properties ?? {}))
            this.#nameAll(property, `${place}.${name}`);
        for (const choice of [...schema.allOf ?? [], ...schema.anyOf ?? []])
            this.#nameAll(choice, place);
        if (typeof schema.additionalProperties === 'object')
            this.#nameAll(schema.additionalProperties, `${place}.*`);
        if (schema.items)
            this.#nameAll(schema.items, `${place}[]`);
    }

    #problem({keyword, params, parentSchema, instancePath, data, message}) {
        const place = this.#places.get(parentSchema);
        if (keyword === 'additionalProperties') {
            const member = params.additionalProperty;
            const escaped = member.replaceAll('~', '~0').replaceAll('/', '~1');
            return {at: `${place}.${member}`, pointer: `${instancePath}/${escaped}`, value: data[member],
                message: 'not in the document', isUnknownMember: true};
        }
        const choices = params.allowedValues ? `: ${params.allowedValues.join(', ')}` : '';
        return {at: place, pointer: instancePath, value: data, message: message + choices, isUnknownMember: false};
    }
}

const isTypeError = error => error.keyword === 'type';

// A schema, and not a list of properties of which one happens to be called "properties".
const isObjectSchema = schema => schema.type === 'object' && typeof schema.properties === 'object';

// The schema, but members that it does not name count as wrong; else a misspelt one would pass. What names none at all is
// free. The generator of Fly's document says "object" wherever it refers with allOf, whatever it refers to: that goes.
function closed(schema) {
    if (Array.isArray(schema))
        return schema.map(closed);
    if (typeof schema !== 'object' || schema === null)
        return schema;
    const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
    if (isObjectSchema(copy) && copy.additionalProperties === undefined)
        copy.additionalProperties = false;
    if (copy.allOf)
        delete copy.type;
    return copy;
}
