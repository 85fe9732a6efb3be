// The official client (npm engine.io-client) against a running server: node engine-client.mjs http://localhost:8080/
// The server's application is the conformance one, with tidings.cors-origins=http://friend.example and pings each second.

import assert from "node:assert/strict";
import test, { afterEach } from "node:test";
import { echoes, end, endAll, isKnown, open, PATIENCE, root, until, ways } from "./conversation.mjs";

const COMMANDS = "/commands";

afterEach(endAll);

function scenario(name, action) {
    test(name, { timeout: PATIENCE }, action);
}

function eachWay(name, action) {
    for (const [way, connect] of Object.entries(ways)) {
        scenario(`${name} (${way})`, () => action(connect, way));
    }
}

eachWay("echoes text", async (connect, way) => {
    const socket = await connect();
    await echoes(socket, "hello");
    await echoes(socket, "täglich 消息 📯 \u0000 \"quoted\" \\ 4 b");
    socket.send("");
    assert.equal(await socket.next(), undefined, "which is how this client says empty text");
    assert.equal(socket.transport.name, way === "polling" ? "polling" : "websocket");
    await end(socket);
});

eachWay("echoes bytes", async (connect) => {
    const socket = await connect();
    await echoes(socket, Uint8Array.from([1, 2, 3, 4]).buffer);
    await echoes(socket, new ArrayBuffer(0));
    await echoes(socket, Uint8Array.from({ length: 256 }, (_, byte) => byte).buffer);
    await echoes(socket, "text between bytes");
    await end(socket);
});

eachWay("echoes messages as large as the server allows", async (connect) => {
    const socket = await connect();
    const limit = await maxPayload();
    await echoes(socket, "x".repeat(limit - 1));
    await echoes(socket, new Uint8Array(Math.floor(limit / 4) * 3 - 3).fill(7).buffer);
    await end(socket);
});

eachWay("ends a session whose message is larger than that", async (connect) => {
    const socket = await connect();
    socket.send("x".repeat((await maxPayload()) + 1));
    await socket.closed;
    await until(async () => !(await isKnown(socket.id)));
});

scenario("keeps the order of messages, text and bytes, across the upgrade", async () => {
    const socket = await open();
    const count = 3_000;
    const ahead = 100;
    const message = (i) => (i % 3 === 0 ? Uint32Array.from([i]).buffer : `message ${i}`);
    for (let sent = 0; sent < ahead; sent++) {
        socket.send(message(sent));
    }
    for (let i = 0; i < count; i++) {
        assert.deepEqual(await socket.next(), message(i));
        if (i + ahead < count) {
            socket.send(message(i + ahead));
        }
    }
    assert.equal(await socket.upgraded, "websocket");
    await end(socket);
});

eachWay("forgets a session that the client closes", async (connect) => {
    const socket = await connect();
    assert.equal(await isKnown(socket.id), true);
    await end(socket);
    await until(async () => !(await isKnown(socket.id)));
});

eachWay("delivers what was queued before the server closed", async (connect) => {
    const socket = await connect({}, COMMANDS);
    socket.send("count 50 then close");
    for (let i = 0; i < 50; i++) {
        assert.equal(await socket.next(), `${i}`);
    }
    assert.equal(await socket.closed, "transport close");
});

scenario("delivers what was queued before the server closed in the middle of an upgrade", async () => {
    const socket = await open({}, COMMANDS);
    const received = [];
    socket.on("message", (message) => received.push(message));
    socket.once("upgrading", () => socket.send("count 50 then close"));
    await socket.closed;
    assert.deepEqual(received, Array.from({ length: 50 }, (_, i) => `${i}`));
});

eachWay("stays alive over several heartbeats", async (connect) => {
    const socket = await connect();
    let beats = 0;
    socket.on("ping", () => beats++);
    await until(() => beats >= 3);
    await echoes(socket, "still here");
    await end(socket);
});

eachWay("shows the listener the client's own headers and query", async (connect) => {
    const options = { extraHeaders: { "X-Tidings-Test": "from the client" }, query: { colour: "dark blue" } };
    const socket = await connect(options, COMMANDS);
    socket.send("header x-tidings-test");
    assert.equal(await socket.next(), "from the client");
    socket.send("query colour");
    assert.equal(await socket.next(), "dark blue");
    await end(socket);
});

eachWay("tells the listener about opening, upgrade and close", async (connect, way) => {
    const socket = await connect({}, COMMANDS);
    await until(async () => {
        socket.send("transport");
        return (await socket.next()) === (way === "polling" ? "polling" : "websocket");
    });
    const id = socket.id;
    await end(socket);
    const witness = await open({}, COMMANDS);
    await until(async () => {
        witness.send(`history ${id}`);
        const upgrade = way === "upgrade" ? "upgraded " : "";
        return (await witness.next()) === `opened ${upgrade}closed: transport close`;
    });
    await end(witness);
});

scenario("refuses a WebSocket from a page of another site", async () => {
    const from = (origin) => open({ transports: ["websocket"], extraHeaders: { Origin: origin } });
    await assert.rejects(from("http://stranger.example"));
    await echoes(await from("http://friend.example"), "hello");
    await echoes(await from(new URL(root).origin), "hello");
});

scenario("lets a browser give answers to friendly pages only", async () => {
    const allowed = async (origin) => {
        const answer = await fetch(new URL("engine.io/?EIO=4&transport=polling", root), { headers: { Origin: origin } });
        return answer.headers.get("Access-Control-Allow-Origin");
    };
    assert.equal(await allowed("http://friend.example"), "http://friend.example");
    assert.equal(await allowed("http://stranger.example"), null);
});

scenario("lets fifty handlers block for a second each without waiting for one another", async () => {
    const connect = () => open({ transports: ["websocket"] }, COMMANDS);
    const clients = await Promise.all(Array.from({ length: 50 }, connect));
    const start = performance.now();
    clients.forEach((client) => client.send("sleep 1000"));
    await Promise.all(clients.map((client) => client.next()));
    const seconds = (performance.now() - start) / 1000;
    console.log(`# 50 handlers of 1 s each took ${seconds.toFixed(1)} s`);
    assert.ok(seconds < 10, `took ${seconds} s`);
    await Promise.all(clients.map(end));
});

scenario("serves fifty clients at once", async () => {
    const clients = await Promise.all(Array.from({ length: 50 }, () => open()));
    await Promise.all(clients.map((client, i) => echoes(client, `client ${i}`)));
    await Promise.all(clients.map((client) => client.upgraded));
    await Promise.all(clients.map((client, i) => echoes(client, `upgraded client ${i}`)));
    await Promise.all(clients.map(end));
});

async function maxPayload() {
    const answer = await fetch(new URL("engine.io/?EIO=4&transport=polling", root));
    return JSON.parse((await answer.text()).substring(1)).maxPayload;
}
