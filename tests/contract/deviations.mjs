// Where we differ from Fly's published documents on purpose: what was seen on the live service goes before them
// (API.md, [L] against [S]). A row that nothing matches any more is an error, so that the list stays true.
//
// kind      what differs, as the checker names it; `schema`: this schema is used in place of the document's
// endpoint  of the document, or a list of them; without it all
// at        where, as the checker names it, or a list; for a schema, the status that it belongs to
// value     only where the value is of this type: null, boolean, string, ...
// client    only of this one: ours or stranger
// why       one sentence, with the section of API.md
const machine = '/apps/{app_name}/machines/{machine_id}';
const volume = '/apps/{app_name}/volumes/{volume_id}';
const text = {type: 'string'};
const flag = {type: 'boolean'};
const number = {type: 'number'};
const integer = {type: 'integer'};
const listOf = items => ({type: 'array', items});
const ref = name => ({$ref: `#/components/schemas/${name}`});
// An object that has all of these.
const exactly = properties => ({type: 'object', properties, required: Object.keys(properties)});

const errors = {anyOf: [
    ref('ErrorResponse'),
    exactly({error: text, status: {enum: ['name_taken', 'volume_placement_capacity']}}),
    exactly({message: text}),
    exactly({status: {const: 'error'}, message: text, code: text}),
]};

const leaseEnvelope = exactly({status: {const: 'success'}, data: ref('Lease')});

export const deviations = [
    // Shapes.
    {kind: 'schema', at: ['401', '404', '408', '409', '412', '422', '429'], schema: errors,
        why: 'Errors come in several shapes, and with newer status words (9.1, 5.6).'},
    {kind: 'status', at: ['401', '404', '408', '409', '412', '422', '429'],
        why: 'The document names next to no errors; these were seen (9.2).'},
    {kind: 'schema', endpoint: 'POST /apps', at: '201', schema: ref('App'),
        why: 'The document shows no body, but fly-go breaks without the app in it (3.1).'},
    {kind: 'schema', endpoint: `POST ${machine}/lease`, at: '201', schema: leaseEnvelope,
        why: 'A lease comes in an envelope (5.6, trap 48).'},
    {kind: 'schema', endpoint: `GET ${machine}/lease`, at: '200', schema: leaseEnvelope,
        why: 'A lease comes in an envelope (5.6, trap 48).'},
    {kind: 'schema', endpoint: `DELETE ${machine}/lease`, at: '200',
        schema: exactly({status: {const: 'success'}, data: exactly({ok: {const: true}})}),
        why: 'So does the end of one; the document shows no body (5.6).'},
    {kind: 'schema', endpoint: `POST ${machine}/start`, at: '200',
        schema: exactly({previous_state: text, migrated: flag, new_host: text}),
        why: 'The document shows no body (3.2).'},
    {kind: 'schema', at: '200', schema: exactly({ok: {const: true}}),
        endpoint: [`DELETE ${machine}`, ...['stop', 'suspend', 'restart', 'signal', 'cordon', 'uncordon']
            .map(action => `POST ${machine}/${action}`)],
        why: 'The document shows no body (3.2).'},
    {kind: 'schema', endpoint: `POST ${volume}/snapshots`, at: '200',
        schema: exactly({Msg: exactly({backup: {type: 'object', required: ['graph_id']}})}),
        why: 'A snapshot that was asked for comes in an envelope; the document shows no body (3.3, trap 48).'},
    {kind: 'schema', endpoint: 'GET /platform/regions', at: '200',
        schema: exactly({Nearest: text, Regions: listOf(exactly({
            code: text, name: text, latitude: number, longitude: number, gateway_available: flag, requires_paid_plan: flag,
            deprecated: flag, geo_region: text, mpg_available: flag, capacity: integer}))}),
        why: 'Its keys have capitals, and its rows two members more (3.5, trap 48).'},
    {kind: 'schema', endpoint: 'POST /platform/placements', at: '200',
        schema: exactly({Regions: listOf(exactly({Region: text, Count: integer, Concurrency: integer}))}),
        why: 'Its keys have capitals (3.5, trap 48).'},

    // Members.
    {kind: 'answer-member', at: ['App.app_role', 'App.cname_target', 'App.network_cidr'],
        why: 'fly-go reads them (3.1).'},
    {kind: 'answer-member', endpoint: 'POST /apps', at: 'App.created_at', why: "Fly's guide shows it there (3.1)."},
    {kind: 'answer-member', at: ['IPAssignment.type', 'IPAssignment.network'], why: 'Seen on the live service (3.4).'},
    {kind: 'answer-member', at: 'IPAssignment.ip_pair', why: 'In the newer document (3.4, [S+]).'},
    {kind: 'answer-member', at: 'Machine.cordoned', why: 'A machine says whether it is cordoned (5.8).'},
    {kind: 'answer-member', at: ['Volume.host_dedication_key', 'OrgVolume.host_dedication_key'],
        why: 'A volume has it (7.3).'},
    {kind: 'answer-member', at: ['AppSecret.version', 'DeleteAppSecretResponse.name'],
        why: 'One shape for all that is done with one secret (3.4).'},

    // Values.
    {kind: 'answer', value: 'null', at: 'ImageRef.labels', why: 'An image without labels (5.8).'},
    {kind: 'answer', value: 'null', at: ['Volume.attached_machine_id', 'OrgVolume.attached_machine_id',
        'Volume.attached_alloc_id', 'OrgVolume.attached_alloc_id'],
    why: 'A free volume (7.1); the document knows no null at all.'},
    {kind: 'answer', value: 'boolean', at: 'fly.MachineService.autostop',
        why: 'Answers keep booleans for "off" and "stop", as the document says in words only (5.3).'},

    // Requests.
    {kind: 'query', endpoint: 'DELETE /apps/{app_name}', at: 'force', why: 'From the guide: with its machines (3.1, 6.4).'},
    {kind: 'query', endpoint: 'GET /apps/{app_name}/machines', at: 'metadata.remote_swarm_role',
        why: 'From the guide: one parameter for each key of the metadata (3.2).'},
    {kind: 'request', endpoint: `POST ${machine}/restart`, at: 'body', client: 'stranger',
        why: 'fly-admin sends its parameters in a body (3.2, 10.5).'},
];
