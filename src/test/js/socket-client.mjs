// What every client does that speaks Socket.IO 5: node socket-client.mjs http://localhost:8080/ [socket.io-client-3]
// The server's application is the conformance one, with pings each second and a patient connect-timeout.

import assert from "node:assert/strict";
import { until } from "./conversation.mjs";
import { ask, client, connected, eachWay, echoes, happens, scenario } from "./socket-conversation.mjs";

eachWay("exchanges values in events and acknowledgements, both ways", async (connect) => {
    const socket = await connect();
    await echoes(socket);
    await echoes(socket, "täglich 消息 📯 \u0000 \u2028 \"quoted\" \\ 4 b", "");
    await echoes(socket, 0, -1.5, 1e21, Number.MAX_SAFE_INTEGER, true, false, null);
    await echoes(socket, [], {}, { "": [{ deep: [1, [2, [3]]] }], __proto: "no", _placeholder: "no" });
});

eachWay("exchanges binary in events and acknowledgements, both ways", async (connect) => {
    const socket = await connect();
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await echoes(socket, Buffer.from([1, 2, 3]), all, all.buffer, all.subarray(3, 7));
    await echoes(socket, Uint16Array.from([1, 258]), Float64Array.from([Math.PI]), new DataView(all.buffer, 10, 5));
    await echoes(socket, "text", { a: [Buffer.from("x"), { b: all.buffer }], c: "📯" }, null, Buffer.alloc(0));
    await echoes(socket, "text again");
});

eachWay("exchanges messages of 900 KB", async (connect, way) => {
    const socket = await connect();
    await echoes(socket, "x".repeat(900_000));
    await echoes(socket, "é📯".repeat(150_000));
    await echoes(socket, Buffer.alloc(way === "polling" ? 650_000 : 900_000, 7));
});

eachWay("keeps the order of 10 000 messages", async (connect) => {
    const socket = await connect();
    const count = 10_000;
    const ahead = 200;
    const acknowledged = [];
    const send = (i) => socket.emit("echo", i, () => acknowledged.push(i));
    for (let sent = 0; sent < ahead; sent++) {
        send(sent);
    }
    for (let i = 0; i < count; i++) {
        assert.deepEqual(await socket.next("echo"), [i]);
        if (i + ahead < count) {
            send(i + ahead);
        }
    }
    await until(() => acknowledged.length === count);
    assert.deepEqual(acknowledged, Array.from({ length: count }, (_, i) => i));
});

scenario("keeps the order of messages across the upgrade, text and bytes", async () => {
    const socket = await connected();
    const message = (i) => (i % 3 === 0 ? Buffer.from(`${i}`) : `message ${i}`);
    for (let i = 0; i < 300; i++) {
        socket.emit("echo", message(i));
    }
    for (let i = 0; i < 300; i++) {
        assert.deepEqual(await socket.next("echo"), [message(i)]);
    }
    await until(async () => (await ask(socket, "transport"))[0] === "websocket");
});

eachWay("tells who it is, in an object or by a function", async (connect) => {
    const auth = { token: "secret", "schlüssel 📯": [1, null] };
    const first = await connect("/clients/guarded", { auth });
    assert.deepEqual(await first.next("welcome"), [auth, "anna"]);
    const second = await connect("/clients/guarded", { auth: (callback) => setTimeout(callback, 10, auth) });
    assert.deepEqual(await second.next("welcome"), [auth, "anna"]);
});

eachWay("shows the server its headers and query", async (connect) => {
    const options = { extraHeaders: { "X-Tidings-Test": "from the client" }, query: { colour: "dark blue 📯" } };
    const socket = await connect("/clients", options);
    assert.deepEqual(await ask(socket, "handshake"), [{ header: "from the client", colour: "dark blue 📯" }]);
});

scenario("hears why it is not let in, and comes again with something better", async () => {
    const socket = client("/clients/guarded", { auth: { token: "wrong" } });
    const [error] = await socket.next("connect_error");
    assert.equal(error.message, "not authorized");
    assert.deepEqual(error.data, { hint: "ask for a token", given: "wrong" });
    assert.equal(socket.connected, false);
    socket.auth = { token: "secret" };
    socket.connect();
    assert.deepEqual(await socket.next("welcome"), [{ token: "secret" }, "anna"]);
});

scenario("hears of a namespace that does not exist", async () => {
    const socket = client("/clients/nowhere");
    const [error] = await socket.next("connect_error");
    assert.equal(error.message, "Invalid namespace");
});

scenario("is in several namespaces over one connection", async () => {
    const main = await connected("/", { forceNew: true });
    const manager = main.io;
    const others = ["/clients", "/clients/board-1", "/clients/board-2"].map((name) => manager.socket(name));
    await Promise.all(others.map((socket) => happens(socket, "connect")));
    const ids = new Set([main, ...others].map((socket) => socket.id));
    assert.equal(ids.size, 4, "each has an id of its own");
    assert.equal(ids.has(manager.engine.id), false, "and none tells the session's");
    others[1].disconnect();
    assert.deepEqual(await ask(others[0], "acknowledge", "still here"), ["still here"]);
    others[1].connect();
    await happens(others[1], "connect");
    assert.notEqual(others[1].id, undefined);
    others.forEach((socket) => socket.disconnect());
});

scenario("is told apart in namespaces that come and go with their clients", async () => {
    const [one, same, other] = await Promise.all(["1", "1", "22"].map((n) => connected(`/clients/board-${n}`)));
    assert.deepEqual(await one.next("board"), ["/clients/board-1"]);
    assert.deepEqual(await other.next("board"), ["/clients/board-22"]);
    one.emit("tell", "first");
    assert.deepEqual(await same.next("told"), ["first"]);
    assert.deepEqual(await one.next("told"), ["first"]);
    other.emit("tell", "second");
    assert.deepEqual(await other.next("told"), ["second"]);
    const [refused] = await client("/clients/board-x").next("connect_error");
    assert.equal(refused.message, "Invalid namespace");
});

scenario("gets into a namespace that a gate opens to it", async () => {
    const tenant = await connected("/clients/tenant-7", { auth: { tenant: "7" } });
    assert.deepEqual(await tenant.next("board"), ["/clients/tenant-7"]);
    const [refused] = await client("/clients/tenant-8", { auth: { tenant: "7" } }).next("connect_error");
    assert.equal(refused.message, "Invalid namespace");
});

scenario("emits what was said before it was connected, in order", async () => {
    const socket = client("/clients", { autoConnect: false });
    [1, 2, 3].forEach((i) => socket.emit("echo", i, Buffer.from([i])));
    socket.connect();
    for (const i of [1, 2, 3]) {
        assert.deepEqual(await socket.next("echo"), [i, Buffer.from([i])]);
    }
});
