// What tests/fly-admin does: the whole life of an app with fly-admin, through each method of each of its classes.
import assert from 'node:assert/strict';
import {load} from './npm.mjs';
import {exercise, patiently, report, until, watch} from './flyadminsteps.mjs';

const {API_URL: api} = process.env;
const Client = load('fly-admin/dist/client.js').default;
// createClient() would drop the addresses.
const client = new Client('fo1_stranger', {apiUrl: api, graphqlUrl: api});
watch(client);

const app = 'stranger';
const image = 'codercom/code-server:latest';
const config = {
    image,
    guest: {cpu_kind: 'shared', cpus: 1, memory_mb: 1024},
    env: {GREETING: 'hello'},
    restart: {policy: 'no'},
    services: [{protocol: 'tcp', internal_port: 8080, ports: [{port: 443, handlers: ['tls', 'http']}]}],
};
let volume;
let machine;
const theMachine = () => ({app_name: app, machine_id: machine.id});
const theVolume = () => ({app_name: app, volume_id: volume.id});
const isIn = (list, id) => list.some(one => one.id === id);

async function secretNames() {
    const {secrets} = await patiently(() => client.restOrThrow(`apps/${app}/secrets`));
    return secrets.map(secret => secret.name);
}

async function addresses() {
    return (await patiently(() => client.App.getAppDetailed(app))).ipAddresses.map(ip => ip.address);
}

async function settleIn(state) {
    const {instance_id} = await patiently(() => client.Machine.getMachine(theMachine()));
    await patiently(() => client.Machine.waitMachine({...theMachine(), instance_id, state, timeout: '60s'}));
    const now = await patiently(() => client.Machine.getMachine(theMachine()));
    assert.equal(now.state, state);
    return now;
}

// The place.
await exercise('Client.getApiKey', () => assert.equal(client.getApiKey(), 'fo1_stranger'));
await exercise('Client.getApiUrl', () => assert.equal(client.getApiUrl(), api));
await exercise('Client.getGraphqlUrl', () => assert.equal(client.getGraphqlUrl(), api));
await exercise('Client.gqlPostOrThrow', async () => {
    const {viewer} = await client.gqlPostOrThrow({query: '{ viewer { __typename ... on User { id email } } }'});
    assert.equal(viewer.__typename, 'User');
    assert.match(viewer.email, /@/);
});
await exercise('Organization.getOrganization', async () => {
    const {organization} = await client.Organization.getOrganization('personal');
    assert.equal(organization.slug, 'personal');
    assert.equal(organization.type, 'PERSONAL');
    assert.ok(organization.id && organization.name && organization.viewerRole);
});
await exercise('Regions.getRegions', async () => {
    const {platform} = await client.Regions.getRegions();
    const amsterdam = platform.regions.find(region => region.code === 'ams');
    assert.ok(amsterdam.name.startsWith('Amsterdam'));
    assert.ok(Math.abs(amsterdam.latitude - 52) < 1 && Math.abs(amsterdam.longitude - 5) < 1);
    assert.ok(platform.regions.some(region => region.code === platform.requestRegion));
});

// The app, its addresses and its secrets.
await exercise('App.createApp', () => client.App.createApp({app_name: app, org_slug: 'personal', network: app}));
await exercise('App.getApp', async () => {
    const found = await patiently(() => client.App.getApp(app));
    assert.equal(found.name, app);
    assert.equal(found.status, 'pending');
    assert.equal(found.organization.slug, 'personal');
});
await exercise('App.listApps', async () => {
    const {total_apps, apps} = await client.App.listApps('personal');
    assert.equal(total_apps, 1);
    assert.deepEqual(apps.map(one => [one.name, one.network, one.machine_count]), [[app, app, 0]]);
});
let address;
await exercise('Network.allocateIpAddress', async () => {
    const {allocateIpAddress} = await client.Network.allocateIpAddress({appId: app, type: 'v6'});
    assert.equal(allocateIpAddress.ipAddress.type, 'v6');
    address = allocateIpAddress.ipAddress.address;
    assert.match(address, /^[0-9a-f]+:[0-9a-f:]+$/);
});
await exercise('App.getAppDetailed', async () => {
    const detailed = await client.App.getAppDetailed(app);
    assert.equal(detailed.name, app);
    assert.equal(detailed.organization.slug, 'personal');
    assert.deepEqual(detailed.ipAddresses.map(ip => [ip.type, ip.address]), [['v6', address]]);
});
await exercise('Network.releaseIpAddress', async () => {
    const {releaseIpAddress} = await client.Network.releaseIpAddress({appId: app, ip: address});
    assert.equal(releaseIpAddress.app.name, app);
    assert.deepEqual(await addresses(), []);
});
await exercise('Secret.setSecrets', async () => {
    const secrets = [{key: 'PASSWORD', value: 'hunter2'}, {key: 'OTHER', value: 'x'}];
    const {setSecrets} = await patiently(() => client.Secret.setSecrets({appId: app, secrets}));
    assert.ok(setSecrets);
    assert.deepEqual((await secretNames()).sort(), ['OTHER', 'PASSWORD']);
});
await exercise('Secret.unsetSecrets', async () => {
    const {unsetSecrets} = await patiently(() => client.Secret.unsetSecrets({appId: app, keys: ['OTHER']}));
    assert.ok(unsetSecrets);
    assert.deepEqual(await secretNames(), ['PASSWORD']);
});

// Its volume.
await exercise('Volume.createVolume', async () => {
    const wanted = {app_name: app, name: 'stranger_data', region: 'ams', size_gb: 1};
    volume = await patiently(() => client.Volume.createVolume(wanted));
    assert.match(volume.id, /^vol_/);
    assert.equal(volume.size_gb, 1);
    assert.equal(volume.region, 'ams');
    assert.equal(volume.encrypted, true);
});
await exercise('Volume.getVolume', async () => {
    const found = await until(
        () => client.Volume.getVolume(theVolume()), found => found.state === 'created', 'the volume is not created');
    assert.equal(found.id, volume.id);
    assert.equal(found.name, 'stranger_data');
    assert.equal(found.attached_machine_id, null);
});
await exercise('Volume.listVolumes', async () => {
    const list = await patiently(() => client.Volume.listVolumes(app));
    assert.deepEqual(list.map(one => one.id), [volume.id]);
});
await exercise('Volume.extendVolume', async () => {
    const extended = await patiently(() => client.Volume.extendVolume({...theVolume(), size_gb: 3}));
    assert.equal(extended.volume.id, volume.id);
    assert.equal(typeof extended.needs_restart, 'boolean');
    const found = await patiently(() => client.Volume.getVolume(theVolume()));
    assert.equal(found.size_gb, 3);
    await assert.rejects(patiently(() => client.Volume.extendVolume({...theVolume(), size_gb: 2})), /^Error: 422: /);
});

// A machine that runs.
await exercise('Machine.createMachine', async () => {
    const wanted = {app_name: app, name: 'editor', region: 'ams',
        config: {...config, mounts: [{volume: volume.id, path: '/home/coder'}]}};
    machine = await patiently(() => client.Machine.createMachine(wanted));
    assert.match(machine.id, /^[0-9a-f]{14}$/);
    assert.equal(machine.name, 'editor');
    assert.ok(['created', 'starting'].includes(machine.state));
    assert.equal(machine.config.image, image);
    assert.equal(machine.config.mounts[0].volume, volume.id);
});
await exercise('Machine.waitMachine', async () => {
    const {ok} = await patiently(
        () => client.Machine.waitMachine({...theMachine(), state: 'started', timeout: '60s'}));
    assert.equal(ok, true);
    await assert.rejects(
        client.Machine.waitMachine({...theMachine(), instance_id: machine.instance_id, state: 'stopped', timeout: '1'}),
        /^Error: 408: .*currently started/);
});
await exercise('Machine.getMachine', async () => {
    const found = await patiently(() => client.Machine.getMachine(theMachine()));
    assert.equal(found.id, machine.id);
    assert.equal(found.state, 'started');
    assert.equal(found.region, 'ams');
    assert.equal(found.config.env.GREETING, 'hello');
    assert.equal(found.image_ref.repository, 'codercom/code-server');
    const {attached_machine_id} = await patiently(() => client.Volume.getVolume(theVolume()));
    assert.equal(attached_machine_id, machine.id);
});
await exercise('Machine.listMachines', async () => {
    const all = await patiently(() => client.Machine.listMachines(app));
    assert.deepEqual(all.map(one => one.id), [machine.id]);
    const there = await patiently(() => client.Machine.listMachines({app_name: app, region: 'ams'}));
    assert.deepEqual(there.map(one => one.id), [machine.id]);
    const elsewhere = await patiently(() => client.Machine.listMachines({app_name: app, region: 'fra'}));
    assert.deepEqual(elsewhere, []);
    const tooMany = await Promise.allSettled(Array.from({length: 30}, () => client.Machine.listMachines(app)));
    const refusals = tooMany.filter(({status}) => status === 'rejected').map(({reason}) => reason.message);
    assert.ok(refusals.length > 0 && refusals.every(text => text.startsWith('429: ')));
});
await exercise('Machine.listEvents', async () => {
    const events = await patiently(() => client.Machine.listEvents(theMachine()));
    assert.equal(events.at(-1).type, 'launch'); // the newest comes first
    assert.equal(events[0].type, 'start');
    assert.equal(events[0].status, 'started');
    assert.ok(events.every(event => event.id && event.status && event.source && event.timestamp > 1e12));
});
await exercise('Machine.listProcesses', async () => {
    const processes = await patiently(() => client.Machine.listProcesses({...theMachine(), sort_by: 'pid'}));
    assert.ok(processes.length > 0);
    const pids = processes.map(process => process.pid);
    assert.deepEqual(pids, [...pids].sort((a, b) => a - b));
    assert.ok(processes.every(process => process.command && process.rss >= 0 && Array.isArray(process.listen_sockets)));
});
await exercise('Machine.cordonMachine', async () => {
    const {ok} = await patiently(() => client.Machine.cordonMachine(theMachine()));
    assert.equal(ok, true);
    assert.equal((await patiently(() => client.Machine.getMachine(theMachine()))).cordoned, true);
});
await exercise('Machine.uncordonMachine', async () => {
    const {ok} = await patiently(() => client.Machine.uncordonMachine(theMachine()));
    assert.equal(ok, true);
    assert.notEqual((await patiently(() => client.Machine.getMachine(theMachine()))).cordoned, true);
});

// Its versions.
await exercise('Machine.updateMachine', async () => {
    const {config: whole} = await patiently(() => client.Machine.getMachine(theMachine()));
    const wanted = {...whole, env: {...whole.env, GREETING: 'goodbye'}};
    const updated = await patiently(() => client.Machine.updateMachine({...theMachine(), config: wanted}));
    assert.equal(updated.id, machine.id);
    assert.notEqual(updated.instance_id, machine.instance_id);
    const now = await settleIn('started');
    assert.equal(now.instance_id, updated.instance_id);
    assert.equal(now.config.env.GREETING, 'goodbye');
});
await exercise('Machine.listVersions', async () => {
    const versions = await patiently(() => client.Machine.listVersions(theMachine()));
    assert.equal(versions.length, 2);
    assert.deepEqual(versions.map(({user_config}) => user_config.env.GREETING).sort(), ['goodbye', 'hello']);
    assert.ok(versions.some(({version}) => version === machine.instance_id));
});

// Its lease. fly-admin cannot give one back, nor show that it has one: changes are refused until it has run out.
await exercise('Machine.acquireLease', async () => {
    const {status, data} = await patiently(
        () => client.Machine.acquireLease({...theMachine(), ttl: 20, description: 'for a test'}));
    assert.equal(status, 'success');
    assert.ok(data.nonce && data.owner && data.expires_at > 1e9);
    assert.equal(data.description, 'for a test');
    await assert.rejects(client.Machine.signalMachine({...theMachine(), signal: 'SIGHUP'}), /^Error: 409: .*lease/);
});
await exercise('Machine.getLease', async () => {
    const {status, data} = await client.Machine.getLease(theMachine());
    assert.equal(status, 'success');
    assert.equal(data.description, 'for a test');
});

// Its ups and downs.
await exercise('Machine.stopMachine', async () => {
    const {ok} = await patiently(() => client.Machine.stopMachine({...theMachine(), timeout: '5s'}));
    assert.equal(ok, true);
    await settleIn('stopped');
});
await exercise('Machine.startMachine', async () => {
    const {previous_state} = await patiently(() => client.Machine.startMachine(theMachine()));
    assert.equal(previous_state, 'stopped');
    await settleIn('started');
});
await exercise('Machine.restartMachine', async () => {
    const {ok} = await patiently(() => client.Machine.restartMachine({...theMachine(), timeout: '5s'}));
    assert.equal(ok, true);
    await until(() => client.Machine.listEvents(theMachine()),
        events => events.some(event => event.type === 'restart'), 'no event tells of the restart');
    await settleIn('started');
});
await exercise('Machine.signalMachine', async () => {
    const {ok} = await patiently(() => client.Machine.signalMachine({...theMachine(), signal: 'SIGKILL'}));
    assert.equal(ok, true);
    const {events} = await settleIn('stopped'); // nothing restarts it, so its policy wants
    const exit = events.find(event => event.type === 'exit').request.exit_event;
    assert.equal(exit.requested_stop, false);
});

// The end of it all.
await exercise('Client.restOrThrow', () =>
    patiently(() => client.restOrThrow(`apps/${app}/volumes/${volume.id}/snapshots`, 'POST')));
await exercise('Volume.listSnapshots', async () => {
    const snapshots = await until(() => client.Volume.listSnapshots(theVolume()),
        list => list.some(one => one.status === 'created'), 'no snapshot is created');
    assert.equal(snapshots.length, 1);
    assert.match(snapshots[0].id, /^vs_/);
    assert.ok(snapshots[0].created_at > '2020' && snapshots[0].size >= 0);
});
await exercise('Machine.deleteMachine', async () => {
    const {ok} = await patiently(() => client.Machine.deleteMachine({...theMachine(), force: true}));
    assert.equal(ok, true);
    await until(() => client.Machine.listMachines(app), list => !isIn(list, machine.id), 'it is still listed');
});
await exercise('Volume.deleteVolume', async () => {
    const deleted = await patiently(() => client.Volume.deleteVolume(theVolume()));
    assert.equal(deleted.id, volume.id);
    assert.match(deleted.state, /destroy|detach/);
});
await exercise('App.deleteApp', async () => {
    await patiently(() => client.App.deleteApp(app));
    await until(() => client.App.listApps('personal'), ({total_apps}) => total_apps === 0, 'it is still listed');
    await assert.rejects(client.App.getApp(app), /^Error: 404: /);
    const {empty} = await (await fetch(`${api}/_sim/empty`)).json();
    assert.equal(empty, true, 'something is left behind');
});

process.exit(report() ? 0 : 1);
