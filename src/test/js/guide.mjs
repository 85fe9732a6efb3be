// What docs/guide and the README print, talked to as they print it: node guide.mjs http://localhost:8080/ <token key>

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import test, { afterEach } from "node:test";
import { Socket } from "engine.io-client";
import { io as connect } from "socket.io-client";

const [root, tokenKey] = process.argv.slice(2);
const PATIENCE = 20_000;
const opened = [];
let shown = [];
let awaitShown = () => {};

/** As in a page, where the address of the server need not be said; each with a connection of its own. */
function io(name, options = {}) {
    const socket = connect(new URL(name, root).href, { forceNew: true, ...options });
    opened.push(socket);
    return socket;
}

/** What the clients of a scenario do with what they get. */
function show(...values) {
    shown.push(values);
    awaitShown();
}

async function next() {
    if (shown.length === 0) {
        await new Promise((resolve, reject) => {
            const patience = setTimeout(() => reject(new Error("nothing came")), PATIENCE);
            awaitShown = () => {
                clearTimeout(patience);
                resolve();
            };
        });
    }
    return shown.shift();
}

async function connected(...sockets) {
    for (const socket of sockets) {
        await (socket.connected || new Promise((resolve, reject) => {
            socket.once("connect", resolve);
            socket.once("connect_error", reject);
        }));
    }
}

function scenario(name, action) {
    test(name, { timeout: 2 * PATIENCE }, action);
}

afterEach(() => {
    opened.splice(0).forEach((socket) => socket.disconnect());
    shown = [];
});

scenario("README: a chat", async () => {
    const other = io("/chat", { auth: { name: "Ben", room: "kitchen" } });
    other.on("said", (name, text) => show(name, text));
    await connected(other);
    const chat = io("/chat", { auth: { name: "Anna", room: "kitchen" } });
    chat.on("said", (name, text) => show(`${name}: ${text}`));
    const answer = await chat.emitWithAck("say", "hello");
    assert.equal(answer, "delivered");
    assert.deepEqual(await next(), ["Anna", "hello"]);
    other.emit("say", "good morning");
    assert.deepEqual(await next(), ["Ben: good morning"]);
});

scenario("rooms", async () => {
    const anna = io("/teams", { auth: { team: "red" } });
    anna.on("told", (text) => show(text));
    const ben = io("/teams", { auth: { team: "blue" } });
    await connected(anna, ben);
    ben.emit("tell", "red", "hello");
    assert.deepEqual(await next(), ["hello"]);
    ben.emit("tell several", ["red", "blue", "red"], "once");
    assert.deepEqual(await next(), ["once"]);
    assert.deepEqual(await ben.emitWithAck("who", "red"), [anna.id]);
    assert.deepEqual((await ben.emitWithAck("open rooms")).sort(), ["/teams team:blue", "/teams team:red"]);
    anna.emit("change", "red", "deaf");
    anna.emit("change", "nothing", "blue");
    assert.deepEqual((await anna.emitWithAck("rooms")).sort(), [anna.id, "team:blue", "team:deaf"].sort());
    ben.emit("tell several", ["blue"], "not for the deaf");
    ben.emit("tell", "blue", "for all");
    assert.deepEqual(await next(), ["for all"]);
    anna.emit("invite", ben.id, "deaf");
    await anna.emitWithAck("rooms");
    assert.ok((await ben.emitWithAck("rooms")).includes("team:deaf"));
    anna.on("left", (id) => show(id));
    const id = ben.id;
    ben.disconnect();
    assert.deepEqual(await next(), [id]);
});

scenario("acknowledgements", async () => {
    const shop = io("/shop");
    const receipt = await shop.emitWithAck("order", { article: "pen", count: 3 });
    assert.deepEqual(receipt, { article: "pen", count: 3, price: 15 });
    assert.deepEqual(await shop.emitWithAck("order later", { article: "pen", count: 1 }), { article: "pen", count: 1, price: 5 });
    shop.emit("order by hand", { article: "pen", count: 2 }, (thanks, receipt) => show(thanks, receipt.price));
    assert.deepEqual(await next(), ["thank you", 10]);
    shop.on("really?", (article, acknowledge) => acknowledge(article === "pen"));
    assert.equal(await shop.emitWithAck("offer", "pen"), "sold");
    assert.equal(await shop.emitWithAck("offer", "ruler"), "kept");
});

scenario("acknowledgements of many", async () => {
    const [shop, yes, no, silent] = [io("/shop"), io("/shop"), io("/shop"), io("/shop")];
    await connected(shop, yes, no, silent);
    yes.on("vote", (question, acknowledge) => acknowledge(true));
    no.on("vote", (question, acknowledge) => acknowledge(false));
    assert.deepEqual(await shop.emitWithAck("vote", "Tea?"), { yes: 1, missing: 1 });
});

scenario("namespaces", async () => {
    const news = io("/news");
    news.on("headline", (text) => show(text));
    assert.deepEqual(await next(), ["All quiet"]);
    const tenant = io("/tenant-7");
    tenant.on("posted", (name, note) => show(name, note));
    tenant.emit("post", "hello");
    assert.deepEqual(await next(), ["/tenant-7", "hello"]);
    const apollo = io("/project/apollo", { auth: { key: "eagle" } });
    apollo.on("welcome", (name) => show(name));
    assert.deepEqual(await next(), ["/project/apollo"]);
    const stranger = io("/project/apollo", { auth: { key: "guessed" } });
    stranger.on("connect_error", (error) => show(error.message));
    assert.deepEqual(await next(), ["Invalid namespace"]);
});

function tokenOf(claims, key = tokenKey) {
    const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded(claims)}`;
    return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

const inSeconds = (seconds) => Math.ceil(Date.now() / 1000) + seconds;

scenario("tokens", async () => {
    const token = tokenOf({ sub: "anna", groups: ["owner"], exp: inSeconds(60) });
    const account = io("/account", { auth: { token } });
    assert.equal(await account.emitWithAck("who am I"), "anna");
    assert.equal(await account.emitWithAck("close"), "closed by anna");
    const guest = io("/account", { auth: { token: tokenOf({ sub: "ben", groups: [], exp: inSeconds(60) }) } });
    assert.equal((await guest.emitWithAck("close")).error, "Forbidden");
});

scenario("tokens that are no good", async () => {
    const claims = { sub: "anna", groups: ["owner"], exp: inSeconds(60) };
    const good = tokenOf(claims);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${good.split(".")[1]}.`;
    const expired = tokenOf({ ...claims, exp: inSeconds(-60) });
    for (const bad of ["", "a", "a.b", "..", "a.b.c", tokenOf(claims, "another key"), `${good}x`, unsigned, expired]) {
        const account = io("/account", { auth: { token: bad } });
        account.on("connect_error", (error) => show(error.message));
        assert.deepEqual(await next(), ["no valid token"], bad);
    }
});

scenario("tokens that expire", async () => {
    const account = io("/account", { auth: { token: tokenOf({ sub: "anna", groups: [], exp: inSeconds(2) }) } });
    account.on("token expired", () => show("expired"));
    account.on("disconnect", (reason) => show(reason));
    assert.deepEqual(await next(), ["expired"]);
    assert.deepEqual(await next(), ["io server disconnect"]);
});

scenario("users of the container", async () => {
    for (const transports of [["polling"], ["websocket"]]) {
        const extraHeaders = { Authorization: `Basic ${btoa("anna:secret")}` };
        const desk = io("/desk", { transports, extraHeaders });
        desk.on("hello", (name) => show(name));
        assert.deepEqual(await next(), ["anna"]);
        assert.equal((await desk.emitWithAck("dismiss", "ben")).error, "Forbidden");
    }
    const stranger = io("/desk");
    stranger.on("connect_error", (error) => show(error.message));
    assert.deepEqual(await next(), ["Forbidden"]);
});

scenario("validation", async () => {
    const register = io("/register");
    const visitor = { name: "Anna", mail: "anna@example.org", interests: ["tea"] };
    assert.equal(await register.emitWithAck("sign up", visitor, 42), "Anna");
    assert.equal(await register.emitWithAck("sign up", visitor, 42, "hello"), "Anna: hello");
    const answer = await register.emitWithAck("sign up", { name: "Anna", mail: "nowhere" }, 150);
    assert.equal(answer.error, "Invalid arguments");
    assert.deepEqual(answer.data.map((detail) => detail.path), ["0.mail", "1"]);
    assert.match((await register.emitWithAck("sign up", visitor)).error, /argument 2/);
    assert.match((await register.emitWithAck("sign up", visitor, "old")).error, /argument 2/);
});

scenario("broadcasts from beans", async () => {
    const anna = io("/parcels", { query: { customer: "anna" } });
    anna.onAny((event, ...values) => show(event, ...values));
    const ben = io("/parcels", { query: { customer: "ben" } });
    await connected(anna, ben);
    await anna.emitWithAck("watch", "7");
    ben.emit("announce", "closed on Monday");
    assert.deepEqual(await next(), ["announced", "closed on Monday"]);
    ben.emit("remind", { number: "8", customer: "ben" });
    ben.emit("remind", { number: "9", customer: "anna" });
    assert.deepEqual(await next(), ["waiting", { customer: "anna", number: "9" }]);
    await anna.emitWithAck("watch", "");
    assert.equal((await ben.emitWithAck("deliver", { number: "", customer: "anna" })).error, "Internal error");
    assert.equal(await ben.emitWithAck("deliver", { number: "7", customer: "anna" }), true);
    assert.deepEqual(await next(), ["delivered", { customer: "anna", number: "7" }]);
});

scenario("binary", async () => {
    const anna = io("/pictures");
    const ben = io("/pictures");
    await connected(anna, ben);
    assert.equal(await anna.emitWithAck("size", new Uint8Array(1000)), 1000);
    const picture = { title: "Dots", content: new Uint8Array([1, 2, 3, 4]) };
    const part = await anna.emitWithAck("crop", picture, 2);
    assert.equal(part.title, "Dots");
    assert.deepEqual([...new Uint8Array(part.content)], [1, 2]);
    ben.on("shown", (picture) => show(picture.title, ...new Uint8Array(picture.content)));
    anna.emit("show", picture);
    assert.deepEqual(await next(), ["Dots", 1, 2, 3, 4]);
});

scenario("errors", async () => {
    const cellar = io("/cellar");
    assert.equal(await cellar.emitWithAck("take", "Riesling", 2), "2 bottles of Riesling");
    const answer = await cellar.emitWithAck("take", "water", 1);
    if (answer.error) {
        show(answer.error, answer.data.instead);
    }
    assert.deepEqual(await next(), ["We have no water.", "wine"]);
    assert.deepEqual(await cellar.emitWithAck("take", "Riesling", 4), { error: "out of stock", data: { left: 3 } });
    assert.match((await cellar.emitWithAck("taste", {})).error, /a sample has a colour/);
    assert.match((await cellar.emitWithAck("taste", { colour: 1 })).error, /./);
    assert.equal(await cellar.emitWithAck("taste", { colour: "red" }), "tastes red");
});

scenario("handlers without annotations", async () => {
    const anna = io("/lobby", { auth: { name: "Anna" } });
    anna.on("log", ({ event, size }) => show(event, size));
    const ben = io("/lobby", { auth: { name: "Ben" } });
    ben.on("said", (name, text) => show(name, text));
    ben.on("asked", (question, acknowledge) => acknowledge("yes"));
    ben.on("left", (name, reason) => show(name, reason));
    await connected(anna, ben);
    assert.equal(await anna.emitWithAck("say", "hello"), "ok");
    assert.deepEqual([await next(), await next()].sort(), [["Anna", "hello"], ["say", 1]]);
    assert.equal(await anna.emitWithAck("ask", "Tea?"), 1);
    assert.deepEqual(await next(), ["ask", 1]);
    anna.disconnect();
    assert.deepEqual(await next(), ["Anna", "client namespace disconnect"]);
    const nameless = io("/lobby", { auth: {} });
    nameless.on("connect_error", (error) => show(error.message));
    assert.deepEqual(await next(), ["a name, please"]);
});

scenario("several nodes", async () => {
    const market = io("/market");
    market.emit("rate", "EUR", 1.08);
    assert.equal(await market.emitWithAck("compare"), 0);
    assert.equal(await market.emitWithAck("dealers"), 1);
});

scenario("the layer below", async () => {
    const socket = new Socket(root, { path: "/engine.io" });
    socket.on("open", () => socket.send("hello"));
    socket.on("message", (message) => show(message));
    assert.deepEqual(await next(), ["hello"]);
    socket.close();
});
