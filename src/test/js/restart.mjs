// A client that comes back after the server has gone. Whoever runs this restarts the server when the line below appears.

import assert from "node:assert/strict";
import test from "node:test";
import { echoes, end, open, upgraded } from "./conversation.mjs";

test("comes back after a restart of the server", { timeout: 120_000 }, async () => {
    const first = await upgraded();
    await echoes(first, "before");
    console.log("# restart the server now");
    assert.equal(await first.closed, "transport close");
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
