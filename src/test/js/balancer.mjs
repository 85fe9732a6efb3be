// Clients of two nodes behind a load balancer: node balancer.mjs http://localhost:8080/ socket.io-client cookies addresses
// The last words say that the load balancer knows its clients by a cookie too, and that the nodes take their addresses from it.
// Whoever runs this kills one of the nodes when the line below appears.

import assert from "node:assert/strict";
import http from "node:http";
import test from "node:test";
import { ask, bytes, connected, eachWay, echoes, happens, scenario, ways } from "./socket-conversation.mjs";
import { root, until } from "./conversation.mjs";

const knowsCookies = process.argv.includes("cookies", 4);
const tellsAddresses = process.argv.includes("addresses", 4);
let scenarios = 0;

/** Each of these is another client to who counts addresses; all of them are this machine. */
const address = (number) => `127.0.${1 + (number % 200)}.${1 + Math.floor(number / 200)}`;

/** Makes each request over a connection of its own, so that each of them has to find its node. */
const from = (number) => ({ agent: new http.Agent({ localAddress: address(number), keepAlive: false }) });

/** Never comes from one address twice in a row, as a telephone between two networks. */
class Wanderer extends http.Agent {
    #steps = 0;

    createConnection(options, callback) {
        return super.createConnection({ ...options, localAddress: address(this.#steps++) }, callback);
    }
}

const everybody = (room) => ({ namespace: "/nodes", rooms: [room], except: [], local: false });
const here = (room) => ({ ...everybody(room), local: true });
const member = (room, options) => ({ ...options, auth: { name: `somebody in ${room}`, rooms: room } });

async function areNeighbours(one, other) {
    return await one.emitWithAck("count", here(other.id)) === 1;
}

/** Clients in a room, from as many addresses as it takes until there is one of each way on both nodes. */
async function crowd(options = {}) {
    const room = `room-${process.pid}-${++scenarios}`;
    const wanted = new Map(Object.keys(ways).flatMap((way) => [[`${way} beside`, way], [`${way} apart`, way]]));
    const all = [];
    for (let number = 0; wanted.size > 0; number++) {
        for (const way of new Set(wanted.values())) {
            const client = await ways[way]("/nodes", member(room, { ...options, ...from(number) }));
            all.push(client);
            wanted.delete(`${way} ${await areNeighbours(all[0], client) ? "beside" : "apart"}`);
        }
    }
    await until(async () => await all[0].emitWithAck("count", everybody(room)) === all.length);
    return { room, all };
}

async function hearEachOther(room, all) {
    for (const [index, speaker] of all.entries()) {
        speaker.emit("tell", everybody(room), "said", index, Buffer.from("📯"));
        for (const listener of all) {
            assert.deepEqual(bytes(await listener.next("said")), bytes([index, Buffer.from("📯")]));
        }
    }
}

eachWay("what is said passes as it is", async (connect) => {
    const socket = await connect("/clients", from(0));
    await echoes(socket, "é📯", { deep: [null, 1.5] }, Buffer.from([0, 255, 10, 13]), Buffer.alloc(0));
});

eachWay("what is large passes as it is", async (connect) => {
    const socket = await connect("/clients", from(0));
    await echoes(socket, "x".repeat(900_000));
    await echoes(socket, Buffer.alloc(700_000, 7));
});

scenario("clients come to both nodes and hear each other", async () => {
    const { room, all } = await crowd();
    await hearEachOther(room, all);
});

scenario("a client that polls stays on its node", async () => {
    const clients = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((number) => ways.polling("/clients", from(number))));
    await stay(clients);
});

if (knowsCookies) {
    scenario("a client that keeps cookies stays on its node wherever it comes from", async () => {
        const wandering = { agent: new Wanderer(), withCredentials: true };
        await stay([await ways.polling("/clients", wandering), await ways.upgrade("/clients", wandering)]);
    });
}

async function stay(clients) {
    const ids = clients.map(({ id }) => id);
    for (let i = 0; i < 50; i++) {
        const answers = await Promise.all(clients.map((client) => client.timeout(10_000).emitWithAck("acknowledge", i)));
        assert.deepEqual(answers, clients.map(() => i));
    }
    assert.deepEqual(clients.map(({ id }) => id), ids);
}

/** What comes of one request, be it an answer or another protocol. */
function answerTo(path, options = {}) {
    return new Promise((resolve, reject) => {
        const request = http.request(new URL(path, root), options);
        request.on("response", (response) => resolve(response.resume()));
        request.on("upgrade", (response, socket) => resolve(response) ?? socket.destroy());
        request.on("error", reject);
        request.end();
    });
}

eachWay("nobody can say that he is somebody else", async (connect) => {
    const lies = { "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example" };
    const socket = await connect("/clients", { ...from(5), extraHeaders: lies });
    const [[seen, ...told]] = await ask(socket, "whereabouts");
    assert.deepEqual(told, [address(5), "http", ""]);
    assert.equal(seen, tellsAddresses ? address(5) : "127.0.0.1");
});

scenario("what no node would take is refused", async () => {
    const session = await ways.polling("/clients", from(0));
    const path = `socket.io/?EIO=4&transport=polling&sid=${session.io.engine.id}`;
    // only announced: a client that sends it as well may be cut off before it has read the answer
    const headers = { "Content-Length": 1_100_000 };
    const { statusCode } = await answerTo(path, { method: "POST", headers, ...from(0) });
    assert.equal(statusCode, 413);
    await echoes(session, "still there");
});

scenario("nothing but WebSocket is switched to", async () => {
    const headers = { Connection: "Upgrade, HTTP2-Settings", Upgrade: "h2c", "HTTP2-Settings": "AAMAAABkAAQAAP__" };
    assert.notEqual((await answerTo("", { headers })).statusCode, 101);
});

scenario("nobody learns what runs here", async () => {
    for (const path of ["", "socket.io/?EIO=4&transport=polling", "nowhere"]) {
        const { headers } = await answerTo(path);
        assert.doesNotMatch(headers.server ?? "", /\d|Payara|WildFly/);
        assert.equal(headers["x-powered-by"], undefined);
    }
});

test("clients of a node that is killed come back on the other one", { timeout: 120_000 }, async () => {
    const { room, all } = await crowd({ reconnectionDelay: 250, reconnectionDelayMax: 1000 });
    const before = new Map(all.map((client) => [client, client.id]));
    const apart = [];
    for (const client of all) {
        if (!await areNeighbours(all[0], client)) {
            apart.push(client);
        }
    }
    const beside = all.filter((client) => !apart.includes(client));
    const gone = Promise.race([beside, apart].map(async (group) => {
        await Promise.all(group.map((client) => happens(client, "disconnect")));
        return group;
    }));
    console.log("# kill a node now");
    const moved = await gone;
    await until(() => moved.every((client) => client.connected));
    const newcomers = [];
    for (let number = 0; number < 10; number++) {
        newcomers.push(await connected("/nodes", member(room, { ...from(number), reconnection: false })));
    }
    const present = [...all, ...newcomers];
    await until(async () => await all[0].emitWithAck("count", here(room)) === present.length);
    await hearEachOther(room, present);
    for (const client of all) {
        assert.equal(client.id !== before.get(client), moved.includes(client));
    }
});
