// Keeps account of which methods of fly-admin were called and did what they should.
import {setTimeout as sleep} from 'node:timers/promises';

const methods = new Map(); // "Class.method" → {calls, problems}

// What a client must expect and ask again for: an app that is not everywhere yet, a lease, a state that has not come.
const passing = [404, 401, 408, 409, 412, 429];
const patience = 10_000; // ms; twice that and more of what anything takes at 50 times real time

function classesOf(client) {
    const members = Object.values(client).filter(member => member?.client === client);
    return [client, ...members];
}

// Enumerates the methods of the client and of all that hangs on it, and counts the calls.
export function watch(client) {
    for (const object of classesOf(client)) {
        const prototype = Object.getPrototypeOf(object);
        for (const name of Object.getOwnPropertyNames(prototype)) {
            if (name === 'constructor' || typeof prototype[name] !== 'function')
                continue;
            const entry = {calls: 0, problems: []};
            methods.set(`${prototype.constructor.name}.${name}`, entry);
            object[name] = (...given) => {
                ++entry.calls;
                return prototype[name].apply(object, given);
            };
        }
    }
}

// One method and what has to hold once it was called.
export async function exercise(name, story) {
    const entry = methods.get(name);
    if (!entry)
        throw new Error(`fly-admin has no method ${name}`);
    const before = entry.calls;
    try {
        await story();
        if (entry.calls === before)
            entry.problems.push('it was not called');
    } catch (error) {
        entry.problems.push(error.message.split('\n').filter(Boolean).slice(0, 6).join(' ').slice(0, 300));
    }
}

// Calls again while the answer is one that passes.
export async function patiently(call) {
    for (const end = Date.now() + patience; ; await sleep(20)) {
        try {
            return await call();
        } catch (error) {
            const status = Number(/^(\d{3}): /.exec(error.message)?.[1]);
            const isUnknownRoute = error.message.includes('404 page not found');
            if (!passing.includes(status) || isUnknownRoute || Date.now() > end)
                throw error;
        }
    }
}

// Asks until the answer is as wanted.
export async function until(call, isWanted, problem) {
    for (const end = Date.now() + patience; ; await sleep(20)) {
        const answer = await patiently(call);
        if (isWanted(answer))
            return answer;
        if (Date.now() > end)
            throw new Error(`${problem}: ${JSON.stringify(answer).slice(0, 200)}`);
    }
}

// Whether all is well.
export function report() {
    let passed = 0;
    for (const [name, {calls, problems}] of methods) {
        const problem = calls === 0 ? 'never called' : problems[0];
        passed += problem ? 0 : 1;
        console.log(problem ? `FAILED  ${name}: ${problem}` : `ok      ${name}`);
    }
    console.log(`fly-admin methods passing / all: ${passed} / ${methods.size}`);
    return passed === methods.size;
}
