// Clients of two nodes of one cluster: node cluster.mjs http://localhost:8080/,http://localhost:8081/
// Each scenario has rooms of its own, so that it hears nothing of the others.

import assert from "node:assert/strict";
import { bytes, connected, scenario } from "./socket-conversation.mjs";
import { until } from "./conversation.mjs";

const [here, there] = process.argv[2].split(",");
let scenarios = 0;

/** Three users in a room that only this scenario knows: Anna and Ben on one node, Carla on the other. */
async function gathering() {
    const room = `room-${process.pid}-${++scenarios}`;
    const user = (where, name) => connected("/nodes", {
        root: where, transports: ["websocket"], auth: { name: `${name}-${room}`, rooms: `${room},${name}'s ${room}` },
    });
    const [anna, ben, carla] = await Promise.all([user(here, "Anna"), user(here, "Ben"), user(there, "Carla")]);
    await seated(anna, room, 3);
    return { room, anna, ben, carla, all: [anna, ben, carla] };
}

/** Clients are told that they are connected before they are in their rooms. */
function seated(witness, room, count) {
    return until(async () => await witness.emitWithAck("count", whom(room)) === count);
}

function whom(rooms, { except = [], local = false, namespace = "/nodes" } = {}) {
    return { namespace, rooms: [rooms].flat(), except: [except].flat(), local };
}

/** Comes after everything that this client has caused at that one, and so shows what has not come. */
async function nothingMore(from, to, event) {
    from.emit("tell", whom(to.id), "end");
    await to.next("end");
    assert.deepEqual(to.rest(event), []);
}

const inOrder = (values) => [...values].sort();
const answers = ({ received }) => inOrder(received.map(({ arguments: [answer] }) => answer));

scenario("nodes know each other", async () => {
    const { anna, carla } = await gathering();
    const [mine, others] = [await anna.emitWithAck("nodes"), await carla.emitWithAck("nodes")];
    assert.equal(mine.length, 2);
    assert.deepEqual(inOrder(mine), inOrder(others));
});

scenario("what is said in a room is heard on all nodes, once", async () => {
    const { room, anna, all } = await gathering();
    anna.emit("tell", whom(room), "said", "hello", { deep: ["é📯", null, 1.5] });
    for (const user of all) {
        assert.deepEqual(await user.next("said"), ["hello", { deep: ["é📯", null, 1.5] }]);
        await nothingMore(anna, user, "said");
    }
});

scenario("rooms and exceptions hold on all nodes", async () => {
    const { room, anna, ben, carla } = await gathering();
    anna.emit("tell", whom(room, { except: `Carla's ${room}` }), "said", 1);
    anna.emit("tell", whom([`Carla's ${room}`, `Ben's ${room}`]), "said", 2);
    carla.emit("tell", whom(room, { except: [anna.id, ben.id] }), "said", 3);
    assert.deepEqual(await anna.next("said"), [1]);
    assert.deepEqual([await ben.next("said"), await ben.next("said")], [[1], [2]]);
    assert.deepEqual(inOrder([await carla.next("said"), await carla.next("said")]), [[2], [3]]);
    for (const [from, to] of [[carla, anna], [carla, ben], [anna, carla]]) {
        await nothingMore(from, to, "said");
    }
});

scenario("what is local stays on its node", async () => {
    const { room, anna, ben, carla } = await gathering();
    anna.emit("tell", whom(room, { local: true }), "said", "here");
    assert.deepEqual(await ben.next("said"), ["here"]);
    await nothingMore(anna, carla, "said");
    assert.equal(await carla.emitWithAck("count", whom(room, { local: true })), 1);
    assert.equal(await anna.emitWithAck("count", whom(room, { local: true })), 2);
});

scenario("volatile events cross too", async () => {
    const { room, anna, carla } = await gathering();
    anna.emit("whisper", whom(room), "said", "psst");
    assert.deepEqual(await carla.next("said"), ["psst"]);
});

scenario("binary and large arguments arrive as they were", async () => {
    const { room, anna, carla } = await gathering();
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const large = "é📯".repeat(140_000);
    anna.emit("tell", whom(room), "said", all, [{ b: Buffer.alloc(0) }], Buffer.alloc(700_000, 7));
    anna.emit("tell", whom(room), "said", large);
    assert.deepEqual(bytes(await carla.next("said")), bytes([all, [{ b: Buffer.alloc(0) }], Buffer.alloc(700_000, 7)]));
    assert.deepEqual(await carla.next("said"), [large]);
});

scenario("the order of each speaker is kept", async () => {
    const { room, anna, ben, carla } = await gathering();
    for (let i = 0; i < 1000; i++) {
        anna.emit("tell", whom(room), "from anna", i);
        carla.emit("tell", whom(room), "from carla", i);
    }
    for (const user of [anna, ben, carla]) {
        for (let i = 0; i < 1000; i++) {
            assert.deepEqual([await user.next("from anna"), await user.next("from carla")], [[i], [i]]);
        }
    }
});

scenario("a question ends when all have answered, wherever they are", async () => {
    const { room, anna, all } = await gathering();
    all.forEach((user, index) => user.on("asked", (what, answer) => answer(`${what} ${index}`)));
    const { received, missing } = await anna.emitWithAck("ask all", whom(room), 60_000, "you?");
    assert.deepEqual(inOrder(received.map(({ from }) => from)), inOrder(all.map(({ id }) => id)));
    assert.deepEqual(answers({ received }), ["you? 0", "you? 1", "you? 2"]);
    assert.deepEqual(missing, []);
});

scenario("a question tells who is silent, and who has gone meanwhile", async () => {
    const { room, anna, ben, carla } = await gathering();
    const silent = await connected("/nodes", { root: there, auth: { name: "Dora", rooms: room } });
    await seated(anna, room, 4);
    ben.on("asked", (what, answer) => answer(what));
    anna.on("asked", (what, answer) => answer(what));
    carla.on("asked", () => carla.disconnect());
    const [gone, mute] = [carla.id, silent.id];
    const { received, missing } = await anna.emitWithAck("ask all", whom(room), 1500, "you?");
    assert.equal(received.length, 2);
    assert.deepEqual(inOrder(missing.map(({ from, reason }) => `${from} ${reason}`)),
        inOrder([`${gone} DISCONNECTED`, `${mute} TIMED_OUT`]));
});

scenario("sockets can be looked at from everywhere", async () => {
    const { room, anna, carla, all } = await gathering();
    const seen = await carla.emitWithAck("fetch", whom(room));
    assert.deepEqual(inOrder(seen.map(({ id }) => id)), inOrder(all.map(({ id }) => id)));
    const { user, rooms, name } = seen.find(({ id }) => id === anna.id);
    assert.equal(user, `Anna-${room}`);
    assert.equal(name, `Anna-${room}`);
    assert.deepEqual(inOrder(rooms), inOrder([anna.id, room, `Anna's ${room}`]));
    assert.equal(await anna.emitWithAck("count", whom(room)), 3);
    assert.equal(await carla.emitWithAck("count", whom(room, { except: anna.id })), 2);
    const counts = await carla.emitWithAck("rooms");
    assert.equal(counts[room], 3);
    assert.equal(counts[`Anna's ${room}`], 1);
});

scenario("sockets are moved and sent away from everywhere", async () => {
    const { room, anna, ben, carla } = await gathering();
    anna.emit("join", whom(`Carla's ${room}`), `${room} upstairs`);
    anna.emit("tell", whom(`${room} upstairs`), "said", "up here");
    assert.deepEqual(await carla.next("said"), ["up here"]);
    anna.emit("leave", whom(room), `${room} upstairs`);
    anna.emit("tell", whom(`${room} upstairs`), "said", "nobody hears this");
    await nothingMore(anna, carla, "said");
    carla.emit("dismiss", whom(`Ben's ${room}`), false);
    assert.deepEqual((await ben.next("disconnect"))[0], "io server disconnect");
    anna.emit("dismiss", whom(`Carla's ${room}`), true);
    assert.deepEqual((await carla.next("disconnect"))[0], "io server disconnect");
    await seated(anna, room, 1);
});

scenario("servers tell and ask each other", async () => {
    const { room, anna, carla } = await gathering();
    anna.emit("announce", room);
    let announced;
    do {
        [announced] = await carla.next("announced");
    } while (announced !== room);
    await nothingMore(carla, anna, "announced");
    const { received, missing } = await anna.emitWithAck("census", 10_000);
    assert.equal(received.length, 1);
    assert.ok((await carla.emitWithAck("nodes")).includes(received[0].from));
    assert.ok(received[0].arguments[0] >= 1);
    assert.deepEqual(missing, []);
});

scenario("users are reached on whatever node they are", async () => {
    const { room, anna, carla } = await gathering();
    const phone = await connected("/nodes", { root: here, auth: { name: `Carla-${room}`, rooms: "phones" } });
    anna.emit("tell user", `Carla-${room}`, "said", "to all your devices");
    anna.emit("push to user", `Carla-${room}`, "pushed", "so is this");
    for (const device of [carla, phone]) {
        assert.deepEqual(await device.next("said"), ["to all your devices"]);
        assert.deepEqual(await device.next("pushed"), ["so is this"]);
    }
});

scenario("a socket of another node is asked, moved and sent away by its id", async () => {
    const { room, anna, carla } = await gathering();
    carla.on("asked", (what, answer) => answer(`${what}, says Carla`));
    assert.equal(await anna.emitWithAck("ask one", carla.id, "well"), "well, says Carla");
    anna.emit("move one", carla.id, room, `${room} upstairs`);
    await seated(anna, `${room} upstairs`, 1);
    await seated(anna, room, 2);
    anna.emit("dismiss one", carla.id);
    assert.deepEqual((await carla.next("disconnect"))[0], "io server disconnect");
});

scenario("a namespace that one node has opened on demand is known to the others", async () => {
    const { anna } = await gathering();
    const tenant = `t${process.pid}`;
    const namespace = `/clients/tenant-${tenant}`;
    const guest = await connected(namespace, { root: there, auth: { tenant } });
    anna.emit("tell", whom([], { namespace }), "said", "welcome");
    assert.deepEqual(await guest.next("said"), ["welcome"]);
    assert.equal(await anna.emitWithAck("count", whom([], { namespace })), 1);
});
