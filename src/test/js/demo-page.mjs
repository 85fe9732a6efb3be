// The chat of mvn -Prun in headless Chromium: node demo-page.mjs http://localhost:8080/ /usr/bin/chromium [directory for pictures]
// The same two users go through all scenarios: Anna at a desk over WebSocket, Ben on a phone by long polling alone; with two
// addresses, separated by a comma, they are on different nodes.

import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { chromium } from "playwright-core";

const [addresses, executablePath, pictures] = process.argv.slice(2);
const [root, otherRoot = root] = addresses.split(",");
const PATIENCE = 15_000;
const DESK = { width: 1280, height: 800 };
// another one each time, for a server that has seen this before
const ATTIC = `Attic ${Date.now() % 10_000}`;
const PHONE = { width: 390, height: 844 };

const complaints = [];
let browser;
let anna;
let ben;

before(async () => {
    browser = await chromium.launch({ executablePath });
    anna = await open("Anna", root, DESK, { prepare: cuttable });
    await signIn(anna, "Anna", "WebSocket only");
    await shows(anna, "#state", "Connected as Anna");
    ben = await open("Ben", otherRoot, PHONE);
    await signIn(ben, "Ben", "long polling only");
    await shows(ben, "#state", "Connected as Ben");
});
after(() => browser.close());

function scenario(name, action) {
    test(name, { timeout: 4 * PATIENCE }, async () => {
        await action();
        assert.deepEqual(complaints.splice(0), []);
    });
}

/** A page in a browser of its own, which must not complain about anything. */
async function open(whose, where, viewport, { prepare = () => {}, colorScheme = "light" } = {}) {
    const context = await browser.newContext({ viewport, colorScheme });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await prepare(page);
    page.on("pageerror", (error) => complaints.push(`${whose}: ${error.message}`));
    page.on("console", (message) => isComplaint(message) && complaints.push(`${whose}: ${message.text()}`));
    await page.goto(where);
    return page;
}

/**
 * Lets us cut the WebSocket of a page. What passes is slowed down by that: a page that gives an upgrade up may find its
 * probe sent on a WebSocket that the server has closed, and complain.
 */
function cuttable(page) {
    return page.routeWebSocket(/socket\.io/, async (socket) => {
        if (page.isInTunnel) {
            await socket.close();
        } else {
            const server = socket.connectToServer();
            page.cut = () => Promise.all([socket.close(), server.close()]);
        }
    });
}

/**
 * Chromium also tells when a page gives an upgrade up before its WebSocket stands, or before the server has been asked for it,
 * which then refuses it.
 */
function isComplaint(message) {
    return ["error", "warning"].includes(message.type())
        && !/closed before the connection|Unexpected response code: 400/.test(message.text());
}

async function signIn(page, name, transports) {
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("Connect by").selectOption(transports);
    await page.getByRole("button", { name: "Join" }).click();
}

function shows(page, selector, text) {
    return page.locator(selector, { hasText: text }).last().waitFor();
}

async function say(page, text) {
    await page.getByRole("textbox", { name: /Message/ }).fill(text);
    await page.getByRole("button", { name: "Send" }).click();
}

function visit(page, room) {
    return page.getByRole("button", { name: new RegExp(`^${room}`) }).click();
}

async function openRoom(page, name, guests = "") {
    await page.getByRole("button", { name: "New room" }).click();
    await page.getByLabel("Name of the room").fill(name);
    await page.getByLabel("Guests").fill(guests);
    await page.getByRole("button", { name: "Enter", exact: true }).click();
}

async function picture(page, name) {
    if (pictures) {
        await page.screenshot({ path: join(pictures, `${name}.png`) });
    }
}

scenario("shows who is there, and how each is connected", async () => {
    await shows(anna, "#transport", "WebSocket");
    await shows(ben, "#transport", "long polling");
    for (const page of [anna, ben]) {
        await shows(page, "#trip", / ms$/);
        await shows(page, "#people", "Anna");
        await shows(page, "#people", "Ben");
    }
    await shows(anna, ".event", "Ben has entered");
});

scenario("says when a message has been delivered", async () => {
    await say(anna, "Good morning!");
    await shows(ben, ".said", "Good morning!");
    await shows(anna, "[data-mark=delivered]", "delivered to 1");
    await say(ben, "täglich 📯");
    await shows(anna, ".said", "täglich 📯");
    await shows(ben, "[data-mark=delivered]", "delivered to 1");
});

scenario("takes what others write for text", async () => {
    const markup = "<img src=x onerror=alert(1)> & <b>bold</b>";
    await say(ben, markup);
    await shows(anna, ".said p", markup);
    assert.equal(await anna.locator(".log img, .log p b").count(), 0);
});

scenario("shows who is typing", async () => {
    await ben.getByRole("textbox", { name: /Message/ }).pressSequentially("I am");
    await shows(anna, "#typing", "Ben is typing");
    await picture(anna, "lobby");
    await picture(ben, "lobby-phone");
    await anna.locator("#typing:empty").waitFor({ state: "attached" });
});

scenario("keeps a private room from those who are not invited", async () => {
    await openRoom(anna, ATTIC, "Carla");
    await shows(anna, "#room-kind", "private: Anna, Carla");
    assert.equal(await ben.getByRole("button", { name: ATTIC }).count(), 0);
    await openRoom(ben, ATTIC);
    await shows(ben, "#notice", `${ATTIC} is private, and you are not invited.`);
    await shows(ben, "#room-title", "Lobby");
    await picture(ben, "refused-phone");
});

scenario("lets guests into a private room", async () => {
    await anna.getByLabel("Name of a guest").fill("Ben");
    await anna.getByRole("button", { name: "Invite" }).click();
    await shows(ben, "#notice", `You are invited to ${ATTIC}.`);
    await visit(ben, ATTIC);
    await shows(anna, ".event", "Ben has entered");
    await say(ben, "Nice up here");
    await shows(anna, ".said", "Nice up here");
    await picture(anna, "attic");
    await ben.getByRole("button", { name: "Leave" }).click();
    await shows(anna, ".event", "Ben has left");
});

scenario("counts what is said where one is not looking", async () => {
    await say(ben, "Anybody down here?");
    await shows(anna, "#rooms", "1 new");
    assert.equal(await anna.title(), "(1) Tidings chat");
    await visit(anna, "Lobby");
    await shows(anna, ".said", "Anybody down here?");
    assert.equal(await anna.title(), "Tidings chat");
});

scenario("gives a name to one user at a time, and says when that user is gone", async () => {
    const third = await open("Carla", otherRoot, DESK, { colorScheme: "dark" });
    await signIn(third, "Anna", "long polling, then WebSocket");
    await shows(third, "#refusal", "The name Anna is taken.");
    await picture(third, "taken-dark");
    await signIn(third, "<b>Carla</b>", "long polling, then WebSocket");
    await shows(third, "#refusal", "A name begins with a letter or a digit");
    await signIn(third, "Carla", "long polling, then WebSocket");
    await shows(third, "#transport", "WebSocket");
    await shows(anna, "#people", "Carla");
    await say(anna, "Welcome, Carla");
    await shows(third, ".said", "Welcome, Carla");
    await shows(anna, "[data-mark=delivered]", "delivered to 2");
    await picture(third, "lobby-dark");
    await third.context().close();
    await shows(ben, ".event", "Carla is gone (transport close)");
});

scenario("comes back after a break, and says then what could not be said before", async () => {
    anna.isInTunnel = true;
    await anna.cut();
    await shows(anna, "#state", "Reconnecting");
    await say(anna, "Said in a tunnel");
    await shows(anna, "[data-mark=pending]", "Said in a tunnel");
    await picture(anna, "reconnecting");
    await shows(ben, ".event", "Anna is gone (transport close)");
    anna.isInTunnel = false;
    await shows(anna, "[data-mark=delivered]", "Said in a tunnel");
    await shows(anna, ".event", "You were away for");
    await shows(ben, ".said", "Said in a tunnel");
    assert.equal(await ben.locator(".said", { hasText: "Said in a tunnel" }).count(), 1);
    assert.equal(await ben.locator("#people li").count(), 2);
});

scenario("fits the screen of a phone", async () => {
    const width = await ben.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= PHONE.width, `${width} pixels wide`);
});

scenario("signs out, and the name is free again", async () => {
    await ben.getByRole("button", { name: "Sign out" }).click();
    await shows(ben, "#door", "Join the chat");
    await shows(anna, ".event", "Ben is gone (client namespace disconnect)");
    await signIn(ben, "Ben", "WebSocket only");
    await shows(ben, "#state", "Connected as Ben");
});
