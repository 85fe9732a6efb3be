// What the scenarios of Socket.IO share: clients of namespaces whose events can be awaited one after another.

import assert from "node:assert/strict";
import test, { afterEach } from "node:test";
import { Inbox, PATIENCE, root, until } from "./conversation.mjs";

/** The client under test; the command line may name an older one that package.json has. */
const { io } = await import(process.argv[3] ?? "socket.io-client");

const opened = new Set();

/**
 * A client of a namespace that connects, or not, when it likes to; on a connection of its own unless the options say otherwise,
 * which may also say where.
 */
export function client(namespace = "/clients", { root: where = root, ...options } = {}) {
    const socket = io(new URL(namespace, where).href, { forceNew: true, ...options });
    opened.add(socket);
    keepDiary(socket);
    const inboxes = new Map();
    const inbox = (event) => {
        if (!inboxes.has(event)) {
            inboxes.set(event, new Inbox());
        }
        return inboxes.get(event);
    };
    socket.onAny((event, ...args) => inbox(event).put(args));
    for (const event of ["connect_error", "disconnect"]) {
        socket.on(event, (...args) => inbox(event).put(args));
    }
    socket.next = (event) => inbox(event).next();
    socket.rest = (event) => inbox(event).rest();
    return socket;
}

/** The next event of a client that connects, disconnects or upgrades. */
export function happens(emitter, event) {
    return new Promise((resolve) => emitter.once(event, (...args) => resolve(args)));
}

/** A client that is connected to a namespace. */
export async function connected(namespace, options) {
    const socket = client(namespace, options);
    const failed = new Promise((_, reject) => socket.once("connect_error", reject));
    await Promise.race([happens(socket, "connect"), failed]);
    return socket;
}

/** Each way to be connected, by its name. */
export const ways = {
    polling: (namespace, options) => connected(namespace, { ...options, transports: ["polling"] }),
    websocket: (namespace, options) => connected(namespace, { ...options, transports: ["websocket"] }),
    upgrade: async (namespace, options) => {
        const socket = await connected(namespace, options);
        await until(() => socket.io.engine.transport.name === "websocket");
        return socket;
    },
};

export function scenario(name, action) {
    test(name, async () => {
        let patience;
        const late = new Promise((_, reject) => {
            patience = setTimeout(() => reject(new Error(`still waiting: ${[...opened].map(story).join(" | ")}`)), PATIENCE);
        });
        try {
            await Promise.race([action(), late]);
        } finally {
            clearTimeout(patience);
        }
    });
}

/** What a client has been through lately, for whoever has to find out why a scenario did not end. */
function story(socket) {
    const { readyState, transport } = socket.io.engine ?? {};
    return `${socket.nsp} ${socket.id} ${transport?.name} ${readyState}: ${socket.diary.join(", ")}`;
}

const BEGINNING = Date.now();

function keepDiary(socket) {
    socket.diary = [];
    const note = (what) => {
        socket.diary.push(`${what} at ${Date.now() - BEGINNING}`);
        socket.diary.splice(0, socket.diary.length - 20);
    };
    for (const event of ["connect", "connect_error", "disconnect"]) {
        socket.on(event, (reason) => note(`${event} ${reason?.message ?? reason ?? ""}`));
    }
    const noteMessage = (arrow) => ({ type, data }) => type === "message" && note(`${arrow} ${brief(data)}`);
    socket.io.on("open", () => {
        socket.io.engine.on("packet", noteMessage("<"));
        socket.io.engine.on("packetCreate", noteMessage(">"));
    });
}

function brief(data) {
    return typeof data === "string" ? data.slice(0, 60) : `${data.byteLength} bytes`;
}

export function eachWay(name, action) {
    for (const [way, connect] of Object.entries(ways)) {
        scenario(`${name} (${way})`, () => action(connect, way));
    }
}

/** What the server acknowledges an event with. */
export function ask(socket, event, ...args) {
    return new Promise((resolve) => socket.emit(event, ...args, (...answer) => resolve(answer)));
}

/** Binary as bytes, wherever it stands: what is sent as one kind of array arrives as another. */
export function bytes(value) {
    if (value instanceof ArrayBuffer) {
        return Buffer.from(value).toString("hex");
    }
    if (ArrayBuffer.isView(value)) {
        return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex");
    }
    if (Array.isArray(value)) {
        return value.map(bytes);
    }
    if (value !== null && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, bytes(member)]));
    }
    return value;
}

/** The server sends the values back in an event and in an acknowledgement, and takes them as an acknowledgement. */
export async function echoes(socket, ...values) {
    const expected = bytes(values);
    socket.emit("echo", ...values);
    assert.deepEqual(bytes(await socket.next("echo")), expected);
    assert.deepEqual(bytes(await ask(socket, "acknowledge", ...values)), expected);
    socket.once("question", (...args) => args.pop()(...args));
    assert.deepEqual(bytes(await ask(socket, "ask", PATIENCE, ...values)), ["answered", ...expected]);
    await socket.next("question");
}

/** Ends what scenarios left open, for Node does not end before its connections. */
afterEach(() => {
    opened.forEach((socket) => socket.disconnect());
    opened.clear();
});
