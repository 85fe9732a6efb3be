// What the official client can do since it is at 4: node socket-features.mjs http://localhost:8080/
// The server is that of socket-client.mjs and lets http://friend.example in.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { PATIENCE, until } from "./conversation.mjs";
import { ask, client, connected, eachWay, echoes, happens, scenario } from "./socket-conversation.mjs";

const SOON = 300;
const TIMED_OUT = { message: "operation has timed out" };

async function witness() {
    const socket = await connected();
    await ask(socket, "watch");
    return socket;
}

/** A client in rooms, and the rooms that the server then says it is in. */
async function member(...rooms) {
    const socket = await connected();
    for (const room of rooms) {
        await ask(socket, "join", room);
    }
    return socket;
}

/** What a client has been told, when the server has nothing more on the way to it. */
async function told(socket) {
    await echoes(socket, "nothing more");
    return socket.rest("told").flat();
}

eachWay("awaits acknowledgements, with and without patience", async (connect) => {
    const socket = await connect();
    assert.equal(await socket.emitWithAck("acknowledge", "📯"), "📯");
    assert.equal(await socket.timeout(PATIENCE).emitWithAck("acknowledge", "in time"), "in time");
    await assert.rejects(socket.timeout(SOON).emitWithAck("ignore"), TIMED_OUT);
    const error = await new Promise((resolve) => socket.timeout(SOON).emit("ignore", resolve));
    assert.equal(error.message, TIMED_OUT.message);
});

eachWay("lets the server wait in vain", async (connect) => {
    const socket = await connect();
    assert.deepEqual(await ask(socket, "ask", SOON, "anybody?"), ["missing", "TIMED_OUT"]);
    await echoes(socket, "still here");
});

eachWay("repeats what is not acknowledged, one thing after the other", async (connect) => {
    const socket = await connect("/clients", { retries: 3, ackTimeout: SOON });
    const parcels = [[randomUUID(), 3], [randomUUID(), 1], [randomUUID(), 2]];
    const attempts = await Promise.all(parcels.map((parcel) => socket.emitWithAck("deliver", ...parcel)));
    assert.deepEqual(attempts, [3, 1, 2]);
    await assert.rejects(socket.emitWithAck("ignore"), TIMED_OUT);
});

eachWay("repeats it after the connection was lost", async (connect) => {
    const socket = await connect("/clients", { retries: 3, ackTimeout: PATIENCE, reconnectionDelay: 10 });
    const parcels = [[randomUUID(), 2], [randomUUID(), 1]];
    const delivered = Promise.all(parcels.map((parcel) => socket.emitWithAck("deliver", ...parcel)));
    const sentinel = await connected();
    await until(async () => (await ask(sentinel, "attempts", parcels[0][0]))[0] === 1);
    socket.io.engine.close();
    assert.deepEqual(await delivered, [2, 1]);
});

eachWay("gets what may be lost, as long as it listens", async (connect) => {
    const socket = await connect();
    const whispers = [];
    socket.on("whispered", (i) => whispers.push(i));
    await until(async () => {
        whispers.length = 0;
        await ask(socket, "whisper", 3000);
        return whispers.length > 0;
    });
    assert.deepEqual(whispers, whispers.toSorted((a, b) => a - b));
    await echoes(socket, "still here");
});

eachWay("says what may be lost, when it can be sent at once", async (connect) => {
    const socket = await connect();
    await until(() => socket.io.engine.transport.writable);
    socket.volatile.emit("echo", "heard");
    assert.deepEqual(await socket.next("echo"), ["heard"]);
    const early = client("/clients", { autoConnect: false });
    early.volatile.emit("echo", "lost");
    early.emit("echo", "kept");
    early.connect();
    assert.deepEqual(await early.next("echo"), ["kept"]);
});

scenario("is told what concerns its rooms, once", async () => {
    const [red, blue] = [randomUUID(), randomUUID()];
    const [one, both, other, none] = await Promise.all([member(red), member(red, blue), member(blue), member()]);
    assert.deepEqual(await ask(none, "join", red), [[none.id, red].sort()]);
    assert.deepEqual(await ask(none, "leave", red), [[none.id]]);
    one.emit("tell", [red, blue], [], "from one of them");
    one.emit("tell", [red, blue], [red], "but not the red");
    one.emit("announce", [red, blue], [other.id], "but not that one");
    one.emit("announce", [none.id], [], "to nobody else");
    await echoes(one, "all said");
    assert.deepEqual(await told(one), ["but not that one"]);
    assert.deepEqual(await told(both), ["from one of them", "but not that one"]);
    assert.deepEqual(await told(other), ["from one of them", "but not the red"]);
    assert.deepEqual(await told(none), ["to nobody else"]);
});

scenario("is found and moved with all others of its room", async () => {
    const [here, there] = [randomUUID(), randomUUID()];
    const sockets = await Promise.all([member(here), member(here), member(here)]);
    const ids = sockets.map((socket) => socket.id).sort();
    assert.deepEqual(await ask(sockets[0], "list", here), [ids]);
    await ask(sockets[0], "move", here, there);
    assert.deepEqual(await ask(sockets[0], "list", here), [[]]);
    assert.deepEqual(await ask(sockets[0], "list", there), [ids]);
});

scenario("answers with all others of its room, or fails to", async () => {
    const room = randomUUID();
    const sockets = await Promise.all([member(room), member(room), member(room)]);
    sockets.forEach((socket, i) => socket.on("question", (words, ack) => ack(`${words} ${i}`)));
    assert.deepEqual(await ask(sockets[0], "gather", room, PATIENCE), [["all 0", "all 1", "all 2"], 0]);
    sockets[1].off("question");
    assert.deepEqual(await ask(sockets[0], "gather", room, SOON), [["all 0", "all 2"], 1]);
});

/** What a witness hears next of one socket, whatever it hears of those of other scenarios, whose end the server finds out now. */
async function nextOf(other, event, id) {
    let heard;
    do {
        heard = await other.next(event);
    } while (heard[0] !== id);
    return heard;
}

/** Each way to part, and what both sides call it. */
const partings = {
    "when the client leaves": [(socket) => socket.disconnect(), "io client disconnect", "client namespace disconnect"],
    "when the client hangs up": [(socket) => socket.io.engine.close(), "forced close", "transport close"],
    "when it is told to leave": [(socket) => socket.emit("kick", false), "io server disconnect", "server namespace disconnect"],
    "when it is hung up on": [(socket) => socket.emit("kick", true), "io server disconnect", "server namespace disconnect"],
    "when its room is cleared": [(socket) => socket.emit("clear", socket.id, true), "io server disconnect", "server namespace disconnect"],
};

for (const [occasion, [part, clientReason, serverReason]] of Object.entries(partings)) {
    eachWay(`tells both sides why they part: ${occasion}`, async (connect) => {
        const [socket, other] = [await connect("/clients", { reconnection: false }), await witness()];
        const { id } = socket;
        await ask(socket, "join", "zoo");
        part(socket);
        assert.equal((await socket.next("disconnect"))[0], clientReason);
        assert.deepEqual(await nextOf(other, "leaving", id), [id, serverReason, [id, "zoo"].sort()]);
        assert.deepEqual(await nextOf(other, "left", id), [id, serverReason]);
    });
}

scenario("keeps its other namespaces when it is told to leave one, and loses them when it is hung up on", async () => {
    const socket = await connected();
    const other = socket.io.socket("/clients/board-1");
    const closed = happens(other, "disconnect");
    await happens(other, "connect");
    socket.emit("kick", false);
    await socket.next("disconnect");
    assert.equal(other.connected, true);
    await happens(socket.connect(), "connect");
    socket.emit("kick", true);
    assert.equal((await closed)[0], "io server disconnect");
});

scenario("is disconnected together with all others of its room", async () => {
    const room = randomUUID();
    const [first, second, outside] = await Promise.all([member(room), member(room), member()]);
    outside.emit("clear", room, true);
    assert.equal((await first.next("disconnect"))[0], "io server disconnect");
    assert.equal((await second.next("disconnect"))[0], "io server disconnect");
    await echoes(outside, "still here");
});

eachWay("comes back by itself under a new id, and says then what it could not say before", async (connect) => {
    let calls = 0;
    const auth = (callback) => callback({ token: "secret", call: ++calls });
    const socket = await connect("/clients/guarded", { auth, reconnectionDelay: 10 });
    const { id } = socket;
    assert.deepEqual(await socket.next("welcome"), [{ token: "secret", call: 1 }, "anna"]);
    socket.io.engine.close();
    const answer = ask(socket, "whoami");
    assert.deepEqual(await socket.next("welcome"), [{ token: "secret", call: 2 }, "anna"]);
    assert.deepEqual(await answer, [socket.id]);
    assert.notEqual(socket.id, id);
});

scenario("shares a connection between namespaces unless it is told not to", async () => {
    const options = { forceNew: false };
    const [first, second] = await Promise.all(["/clients", "/clients/board-3"].map((name) => connected(name, options)));
    assert.equal(first.io, second.io);
    const alone = await connected("/clients/board-3", { multiplex: false, forceNew: false });
    assert.notEqual(alone.io, first.io);
    assert.deepEqual(await second.next("board"), ["/clients/board-3"]);
    first.disconnect();
    second.emit("tell", "to both");
    assert.deepEqual(await second.next("told"), ["to both"]);
    assert.deepEqual(await alone.next("told"), ["to both"]);
});

eachWay("is carried by what it wants", async (connect, way) => {
    const socket = await connect();
    await until(async () => (await ask(socket, "transport"))[0] === (way === "polling" ? "polling" : "websocket"));
    assert.equal(socket.io.engine.transport.name, way === "polling" ? "polling" : "websocket");
});

scenario("stays on polling if it does not want to upgrade", async () => {
    const socket = await connected("/clients", { upgrade: false });
    await echoes(socket, "a");
    assert.deepEqual(await ask(socket, "transport"), ["polling"]);
});

scenario("tries all transports until one works", async () => {
    const extraHeaders = { Origin: "http://stranger.example" };
    const options = { transports: ["websocket", "polling"], upgrade: false, extraHeaders };
    const [error] = await client("/clients", { ...options, reconnection: false }).next("connect_error");
    assert.equal(error.message, "websocket error");
    const socket = await connected("/clients", { ...options, tryAllTransports: true });
    assert.equal(socket.io.engine.transport.name, "polling");
    await echoes(socket, "a", Buffer.from("b"));
});

for (const options of [{ forceBase64: true }, { timestampRequests: true, timestampParam: "when" }, { addTrailingSlash: false }]) {
    eachWay(`may have its way: ${JSON.stringify(options)}`, async (connect) => {
        const socket = await connect("/clients", options);
        await echoes(socket, "täglich 📯", Buffer.from([0, 1, 254, 255]), { deep: [Uint8Array.from([7])] }, Buffer.alloc(0));
    });
}

eachWay("is heard by listeners that hear everything", async (connect) => {
    const socket = await connect("/clients/listeners");
    socket.emit("täglich 📯", 1, { two: Buffer.from("3") });
    assert.deepEqual(await socket.next("heard"), ["täglich 📯", 1, { two: Buffer.from("3") }]);
    assert.deepEqual(await ask(socket, "swap", "a", "b"), ["b", "a"]);
    assert.deepEqual(await socket.next("heard"), ["swap", "a", "b"]);
    socket.emit("first");
    socket.emit("first");
    assert.deepEqual(await socket.next("only"), ["once"]);
    assert.deepEqual(await socket.next("sent"), ["only", "once"]);
    assert.deepEqual(await ask(socket, "swap", 1, 2), [2, 1]);
});

scenario("hears why a filter has refused what it said", async () => {
    const socket = await connected("/clients/listeners");
    assert.deepEqual(await ask(socket, "forbidden"), [{ error: "no", data: { because: "of the filter" } }]);
    assert.deepEqual(await ask(socket, "swap", "still", "here"), ["here", "still"]);
});

scenario("is served by a node that has no others to ask", async () => {
    assert.deepEqual(await ask(await connected(), "consult"), [0]);
});

scenario("is one of fifty", async () => {
    const room = randomUUID();
    const sockets = await Promise.all(Array.from({ length: 50 }, () => member(room)));
    sockets[0].emit("announce", [room], [], "to all");
    await Promise.all(sockets.map((socket) => socket.next("told")));
    await Promise.all(sockets.map((socket, i) => echoes(socket, i)));
});
