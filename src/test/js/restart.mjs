// Clients that come back after the server has gone. Whoever runs this restarts the server when the line below appears.

import assert from "node:assert/strict";
import test from "node:test";
import { echoes, end, open, upgraded } from "./conversation.mjs";
import { echoes as talks, happens, ways } from "./socket-conversation.mjs";

test("come back after a restart of the server", { timeout: 120_000 }, async () => {
    const first = await upgraded();
    await echoes(first, "before");
    const socket = await ways.upgrade("/clients", { reconnectionDelay: 250, reconnectionDelayMax: 1000 });
    const { id } = socket;
    await talks(socket, "before", Buffer.from("bytes"));
    console.log("# restart the server now");
    assert.equal(await first.closed, "transport close");
    assert.deepEqual((await socket.next("disconnect"))[0], "transport close");
    socket.emit("echo", "said meanwhile");
    await happens(socket, "connect");
    assert.notEqual(socket.id, id);
    assert.deepEqual(await socket.next("echo"), ["said meanwhile"]);
    await talks(socket, "after", Buffer.from("bytes"));
    const second = await reopened();
    assert.notEqual(second.id, first.id);
    await echoes(second, "after");
    assert.equal(await second.upgraded, "websocket");
    await echoes(second, "after the upgrade");
    await end(second);
});

async function reopened() {
    for (;;) {
        try {
            return await open();
        } catch {
            await new Promise((resolve) => setTimeout(resolve, 250));
        }
    }
}
