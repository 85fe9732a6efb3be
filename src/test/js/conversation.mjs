// What the scenarios share: clients whose events can be awaited one after another.

import assert from "node:assert/strict";
import { Socket } from "engine.io-client";

/** The root of the server under test, as its tests give it on the command line. */
export const root = process.argv[2];

/** For a slow machine; what takes longer will not happen any more. */
export const PATIENCE = 20_000;

/** Remembers the values of events until somebody asks for them. */
export class Inbox {
    #arrived = [];
    #waiting = [];

    put(value) {
        const first = this.#waiting.shift();
        if (first) {
            first(value);
        } else {
            this.#arrived.push(value);
        }
    }

    next() {
        return this.#arrived.length > 0
            ? Promise.resolve(this.#arrived.shift())
            : new Promise((resolve) => this.#waiting.push(resolve));
    }

    /** All that has arrived and that nobody has asked for. */
    rest() {
        return this.#arrived.splice(0);
    }
}

const opened = [];

/** The official client with a session at a path of the server; resolves when that is open. */
export async function open(options = {}, path = "/engine.io") {
    const socket = new Socket(root, { path, ...options });
    opened.push(socket);
    socket.binaryType = "arraybuffer";
    const inbox = new Inbox();
    socket.on("message", (message) => inbox.put(message));
    socket.next = () => inbox.next();
    socket.closed = new Promise((resolve) => socket.once("close", (reason) => resolve(reason)));
    socket.upgraded = new Promise((resolve) => socket.once("upgrade", (transport) => resolve(transport.name)));
    const failed = new Promise((_, reject) => socket.once("error", reject));
    await Promise.race([new Promise((resolve) => socket.once("open", resolve)), failed]);
    return socket;
}

export async function upgraded(options = {}, path = "/engine.io") {
    const socket = await open(options, path);
    assert.equal(await socket.upgraded, "websocket");
    return socket;
}

/** Each way to have a session, by its name. */
export const ways = {
    polling: (options, path) => open({ ...options, transports: ["polling"] }, path),
    websocket: (options, path) => open({ ...options, transports: ["websocket"] }, path),
    upgrade: (options, path) => upgraded(options, path),
};

export async function echoes(socket, message) {
    socket.send(message);
    assert.deepEqual(await socket.next(), message);
}

/** Ends the client and waits for that, so that the next scenario finds a quiet server. */
export async function end(socket) {
    socket.close();
    await socket.closed;
}

/** Asks the server itself whether it still has a session. */
export async function isKnown(sid) {
    const answer = await fetch(new URL(`engine.io/?EIO=4&transport=polling&sid=${sid}`, root), { method: "POST" });
    const body = await answer.text();
    return !body.includes("Session ID unknown");
}

/** Ends what scenarios left open, for Node does not end before its connections. */
export function endAll() {
    opened.splice(0).forEach((socket) => socket.close());
}

/** Gives up in the end, for Node does not end before its timers. */
export async function until(condition) {
    const limit = Date.now() + PATIENCE;
    while (!(await condition())) {
        assert.ok(Date.now() < limit, `waited in vain until ${condition}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
