// The demo page in headless Chromium: node demo-page.mjs http://localhost:8080/ /usr/bin/chromium

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { chromium } from "playwright-core";

const [root, executablePath] = process.argv.slice(2);
const PATIENCE = 30_000;
let browser;

before(async () => {
    browser = await chromium.launch({ executablePath });
});
after(() => browser.close());

/** Runs with a fresh page, which must not complain about anything. */
function scenario(name, action) {
    test(name, { timeout: PATIENCE }, async () => {
        const page = await browser.newPage();
        const complaints = [];
        page.on("pageerror", (error) => complaints.push(error.message));
        page.on("console", (message) => isComplaint(message) && complaints.push(message.text()));
        await action(page);
        await page.close();
        assert.deepEqual(complaints, []);
    });
}

/** Chromium also warns when a page gives an upgrade up before its WebSocket stands, which a visitor may make it do. */
function isComplaint(message) {
    return ["error", "warning"].includes(message.type()) && !message.text().includes("closed before the connection");
}

function shows(page, selector, text) {
    return page.locator(selector, { hasText: text }).first().waitFor({ timeout: PATIENCE });
}

scenario("begins with long polling and moves to WebSocket", async (page) => {
    await page.goto(root);
    await shows(page, "#state", "Connected");
    await shows(page, "#way li[aria-current]", "WebSocket");
    await shows(page, "#transport", "websocket");
    await shows(page, "#upgraded", / ms$/);
});

scenario("measures round trips", async (page) => {
    await page.goto(root);
    await shows(page, "#median", / ms$/);
    await page.waitForFunction(() => document.getElementById("spark").querySelector("polyline").points.length >= 3);
    assert.match(await page.getAttribute("#spark", "aria-label"), /^The last \d+ round trips: median .* ms/);
});

scenario("gets text and bytes back", async (page) => {
    await page.goto(root);
    await shows(page, "#state", "Connected");
    await page.getByLabel("Message", { exact: true }).fill("täglich 📯");
    await page.getByRole("button", { name: "Send" }).click();
    await shows(page, "#log li", "text “täglich 📯”");
    await page.getByLabel("as bytes").check();
    await page.getByRole("button", { name: "Send" }).click();
    await shows(page, "#log li", "13 bytes 74 c3 a4 67");
});

for (const [words, name] of [["long polling only", "polling"], ["WebSocket only", "websocket"]]) {
    scenario(`stays with ${words} where that is chosen`, async (page) => {
        await page.goto(root);
        await page.getByLabel("Connect by").selectOption(words);
        await shows(page, "#state", "Connected");
        await page.getByRole("button", { name: "Send" }).click();
        await shows(page, "#log li", `by ${name}`);
        assert.equal(await page.textContent("#transport"), name);
        assert.equal(await page.textContent("#upgraded"), "–");
    });
}

scenario("comes back by itself when its connection breaks", async (page) => {
    let connection;
    await page.routeWebSocket(/engine\.io/, (socket) => {
        connection = socket;
        socket.connectToServer();
    });
    await page.goto(root);
    await shows(page, "#transport", "websocket");
    await connection.close();
    await shows(page, "#log li", "session ended: transport close");
    await shows(page, "#state", "Connected");
    await shows(page, "#transport", "websocket");
});
