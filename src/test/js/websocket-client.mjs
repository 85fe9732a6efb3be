// A plain WebSocket client (npm ws) against a running server: node websocket-client.mjs http://localhost:8080/
// With "endpoint" behind that it knows what containers do to close codes in jakarta.websocket.

import assert from "node:assert/strict";
import test from "node:test";
import WebSocket from "ws";
import { Inbox, isKnown, PATIENCE, root, until } from "./conversation.mjs";

const byEndpoint = process.argv[3] === "endpoint";

function scenario(name, action) {
    test(name, { timeout: PATIENCE }, async () => {
        const socket = await connect();
        try {
            await action(socket);
        } finally {
            socket.terminate();
        }
    });
}

async function connect(options = {}) {
    const url = new URL("engine.io/?EIO=4&transport=websocket", root.replace("http", "ws"));
    const socket = new WebSocket(url, options);
    const messages = new Inbox();
    const pongs = new Inbox();
    socket.on("message", (data, isBinary) => isPing(data, isBinary) ? socket.send("3") : messages.put({ data, isBinary }));
    socket.on("pong", (data) => pongs.put(data.toString()));
    socket.next = () => messages.next();
    socket.nextPong = () => pongs.next();
    socket.closed = new Promise((resolve) => socket.once("close", (code, reason) => resolve({ code, reason: `${reason}` })));
    const failed = new Promise((_, reject) => socket.once("error", reject));
    const greeting = await Promise.race([messages.next(), failed]);
    socket.greeting = JSON.parse(greeting.data.toString().substring(1));
    return socket;
}

function isPing(data, isBinary) {
    return !isBinary && data.toString() === "2";
}

async function answers(socket, expected) {
    const { data, isBinary } = await socket.next();
    assert.equal(isBinary, Buffer.isBuffer(expected));
    assert.equal(Buffer.compare(data, Buffer.from(expected)), 0);
}

/** Sends one message in fragments of a size. */
function sendInFragments(socket, bytes, size, binary) {
    for (let at = 0; at < bytes.length; at += size) {
        socket.send(bytes.subarray(at, at + size), { binary, fin: at + size >= bytes.length });
    }
}

scenario("opens a session with what it needs to know", async (socket) => {
    const { sid, upgrades, pingInterval, pingTimeout, maxPayload } = socket.greeting;
    assert.match(sid, /^[A-Za-z0-9_-]{20,}$/);
    assert.deepEqual(upgrades, []);
    assert.ok(pingInterval > 0 && pingTimeout > 0 && maxPayload > 0);
});

scenario("echoes text and bytes", async (socket) => {
    socket.send("4täglich 📯");
    await answers(socket, "4täglich 📯");
    socket.send(Buffer.from([0, 1, 2, 255]));
    await answers(socket, Buffer.from([0, 1, 2, 255]));
    socket.send(Buffer.alloc(0));
    await answers(socket, Buffer.alloc(0));
});

for (const size of [1, 2, 7, 125, 126]) {
    scenario(`echoes text in fragments of ${size} bytes`, async (socket) => {
        const text = Buffer.from("4" + "In Stücken 📯 ".repeat(12));
        sendInFragments(socket, text, size, false);
        await answers(socket, text.toString());
    });
}

scenario("echoes bytes in fragments with a ping in between and an empty one at the end", async (socket) => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));
    for (let at = 0; at < bytes.length; at += 100) {
        socket.send(bytes.subarray(at, at + 100), { binary: true, fin: false });
        socket.ping(`at ${at}`);
        assert.equal(await socket.nextPong(), `at ${at}`);
    }
    socket.send(Buffer.alloc(0), { fin: true });
    await answers(socket, bytes);
});

for (const size of [125, 126, 127, 65_535, 65_536]) {
    scenario(`echoes a message of ${size} bytes, where the length field changes`, async (socket) => {
        socket.send(Buffer.alloc(size, 1));
        await answers(socket, Buffer.alloc(size, 1));
        socket.send("4".padEnd(size, "x"));
        await answers(socket, "4".padEnd(size, "x"));
    });
}

scenario("echoes messages of a megabyte, whole and in fragments", async (socket) => {
    const bytes = Buffer.alloc(socket.greeting.maxPayload, 5);
    socket.send(bytes);
    await answers(socket, bytes);
    sendInFragments(socket, bytes, 10_000, true);
    await answers(socket, bytes);
    const text = "4".padEnd(socket.greeting.maxPayload, "é".repeat(10)).substring(0, socket.greeting.maxPayload / 2);
    socket.send(text);
    await answers(socket, text);
});

scenario("closes with 1009 when a message is too big", async (socket) => {
    socket.send(Buffer.alloc(socket.greeting.maxPayload + 1));
    assert.equal((await socket.closed).code, 1009);
});

scenario("closes with 1009 when fragments add up to too much", async (socket) => {
    const piece = Buffer.alloc(socket.greeting.maxPayload / 2);
    [false, false, true].forEach((fin) => socket.send(piece, { binary: true, fin }));
    assert.equal((await socket.closed).code, 1009);
});

scenario("closes with 1007 when text is not UTF-8", async (socket) => {
    socket.send(Buffer.from([0x34, 0xc3, 0x28]), { binary: false });
    assert.equal((await socket.closed).code, 1007);
});

scenario("answers pings with their own data", async (socket) => {
    for (const data of ["", "a", "x".repeat(125)]) {
        socket.ping(data);
        assert.equal(await socket.nextPong(), data);
    }
});

scenario("takes a pong that nobody asked for", async (socket) => {
    socket.pong("unasked");
    socket.send("4still here");
    await answers(socket, "4still here");
});

for (const code of [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999]) {
    scenario(`ends the session of a client that closes with ${code}`, async (socket) => {
        socket.close(code, "reason");
        assert.equal((await socket.closed).code, byEndpoint && code >= 1012 && code <= 1014 ? 1002 : code);
        await until(async () => !(await isKnown(socket.greeting.sid)));
    });
}

scenario("ends the session of a client that closes without a code", async (socket) => {
    socket.close();
    assert.equal((await socket.closed).code, byEndpoint ? 1000 : 1005);
    await until(async () => !(await isKnown(socket.greeting.sid)));
});

scenario("ends the session of a client that vanishes", async (socket) => {
    socket.terminate();
    await until(async () => !(await isKnown(socket.greeting.sid)));
});

scenario("negotiates no extension that is not switched on", async (socket) => {
    assert.equal(socket.extensions, "");
});
