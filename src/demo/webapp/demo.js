// Shows that the engine lives: opens a session with the official client, watches its transport and times its echoes.

const SAMPLES = 60;
const BEAT = 1000;
const LONGEST_PAUSE = 10_000;
const LOG_LINES = 100;

const element = (id) => document.getElementById(id);
const show = (id, text) => { element(id).textContent = text; };
const milliseconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

let socket = null;
let attempts = 0;
let pause = null;
let startedAt = 0;
let heartbeats = 0;
let echoes = 0;
let trips = [];

// What was sent and has not come back yet, oldest first: the server answers in order.
let flying = [];

function connect() {
    clearInterval(pause);
    state("connecting", "Connecting …");
    startedAt = performance.now();
    flying = [];
    heartbeats = 0;
    const opening = eio({
        path: new URL("engine.io", document.baseURI).pathname,
        transports: element("transports").value.split(","),
    });
    opening.binaryType = "arraybuffer";
    socket = opening;
    const on = (event, action) => opening.on(event, (...values) => opening === socket && action(...values));
    on("open", opened);
    on("upgrading", () => step("probing"));
    on("upgradeError", () => step(opening.transport.name));
    on("upgrade", upgraded);
    on("message", received);
    on("ping", () => show("heartbeats", ++heartbeats));
    on("close", closed);
    ["opened", "upgraded"].forEach((id) => show(id, "–"));
    show("heartbeats", heartbeats);
    step(null);
}

function opened() {
    attempts = 0;
    state("open", "Connected");
    show("opened", milliseconds(performance.now() - startedAt));
    step(socket.transport.name);
    send("", true);
}

function upgraded() {
    show("upgraded", milliseconds(performance.now() - startedAt));
    step(socket.transport.name);
}

function closed(reason) {
    step(null);
    attempts++;
    let seconds = Math.ceil(Math.min(LONGEST_PAUSE, 500 * 2 ** attempts) / 1000);
    note(`session ended: ${reason}`);
    const wait = () => {
        if (seconds === 0) {
            connect();
        } else {
            state("waiting", `Reconnecting in ${seconds--} s (attempt ${attempts})`);
        }
    };
    wait();
    pause = setInterval(wait, 1000);
}

function state(name, words) {
    document.body.dataset.state = name;
    show("state", words);
    element("form").querySelector("button").disabled = name !== "open";
}

function step(current) {
    const steps = [...element("way").children];
    const at = steps.findIndex((item) => item.dataset.step === current);
    steps.forEach((item, index) => {
        item.classList.toggle("passed", index < at);
        if (index === at) {
            item.setAttribute("aria-current", "step");
        } else {
            item.removeAttribute("aria-current");
        }
    });
    show("transport", current === null ? "none" : socket.transport.name);
}

function send(content, isBeat) {
    flying.push({ at: performance.now(), isBeat });
    socket.send(content);
}

function received(content) {
    const { at, isBeat } = flying.shift();
    record(performance.now() - at);
    if (!isBeat) {
        note(`${words(content)}, back after ${milliseconds(trips.at(-1))} by ${socket.transport.name}`);
    }
}

function words(content) {
    if (typeof content === "string") {
        return `text “${content}”`;
    }
    const bytes = [...new Uint8Array(content)];
    const start = bytes.slice(0, 16).map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    return `${bytes.length} bytes ${start}${bytes.length > 16 ? " …" : ""}`;
}

function record(trip) {
    trips = [...trips, trip].slice(-SAMPLES);
    const sorted = trips.toSorted((one, other) => one - other);
    const median = sorted[sorted.length >> 1];
    show("last", trip.toFixed(1));
    show("median", milliseconds(median));
    show("best", milliseconds(sorted[0]));
    show("worst", milliseconds(sorted.at(-1)));
    show("echoes", ++echoes);
    draw(median, sorted.at(-1));
}

function draw(median, worst) {
    const spark = element("spark");
    const height = (trip) => 58 - (56 * trip) / worst;
    const width = 300 / (SAMPLES - 1);
    const points = trips.map((trip, index) => `${(index * width).toFixed(1)},${height(trip).toFixed(1)}`);
    spark.querySelector("polyline").setAttribute("points", points.join(" "));
    ["y1", "y2"].forEach((name) => spark.querySelector("line").setAttribute(name, height(median)));
    const summary = `The last ${trips.length} round trips: median ${milliseconds(median)}, worst ${milliseconds(worst)}`;
    spark.setAttribute("aria-label", summary);
}

function note(text) {
    const log = element("log");
    const line = document.createElement("li");
    const time = document.createElement("time");
    time.textContent = new Date().toLocaleTimeString();
    line.append(time, text);
    log.append(line);
    if (log.children.length > LOG_LINES) {
        log.firstElementChild.remove();
    }
    log.scrollTop = log.scrollHeight;
}

function reconnect() {
    const ending = socket;
    socket = null;
    ending?.close();
    attempts = 0;
    connect();
}

element("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = element("text").value;
    send(element("binary").checked ? new TextEncoder().encode(text) : text, false);
});
element("reconnect").addEventListener("click", reconnect);
element("transports").addEventListener("change", reconnect);
setInterval(() => document.body.dataset.state === "open" && send("", true), BEAT);
connect();
