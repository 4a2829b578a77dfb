// listwithflyadmin.mjs API_URL TOKEN: lists all machines of the organization "personal" with fly-admin, all apps at once,
// and prints one line of JSON: wall_ms, cpu_ms, requests, bytes (both ways, on the sockets), machines. What it takes to
// load the code is left out, as is the first request.
import net from 'node:net';
import {load} from '../npm.mjs';

const [api, token] = process.argv.slice(2);

const sockets = new Set();
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
    sockets.add(this);
    return connect.apply(this, given);
};
const traffic = () => [...sockets].reduce((sum, socket) => sum + socket.bytesRead + socket.bytesWritten, 0);

const Client = load('fly-admin/dist/client.js').default;
const client = new Client(token, {apiUrl: api, graphqlUrl: api});
let requests = 0;
const ask = client.restOrThrow;
client.restOrThrow = (...given) => {
    ++requests;
    return ask.apply(client, given);
};
await client.restOrThrow('platform/regions');

requests = 0;
const trafficBefore = traffic();
const cpuBefore = process.cpuUsage();
const begin = performance.now();
const {apps} = await client.App.listApps('personal');
const lists = await Promise.all(apps.map(({name}) => client.Machine.listMachines(name)));
const wall = performance.now() - begin;
const {user, system} = process.cpuUsage(cpuBefore);

console.log(JSON.stringify({
    wall_ms: wall,
    cpu_ms: (user + system) / 1000,
    requests,
    bytes: traffic() - trafficBefore,
    machines: lists.reduce((sum, list) => sum + list.length, 0),
}));
