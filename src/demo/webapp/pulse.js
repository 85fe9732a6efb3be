// How the connection is doing: by what it is carried, and how long an answer takes.

import { element, show } from "./view.js";

const BEAT = 2000;
const SAMPLES = 40;

let trips = [];

export function watch(socket) {
    socket.on("connect", () => {
        const engine = socket.io.engine;
        show("transport", words(engine.transport));
        engine.on("upgrade", (transport) => {
            show("transport", words(transport));
            beat(socket);
        });
        beat(socket);
    });
    socket.on("disconnect", () => {
        show("transport", "–");
        show("trip", "–");
    });
    const timer = setInterval(() => socket.connected && beat(socket), BEAT);
    return () => clearInterval(timer);
}

function words(transport) {
    return transport.name === "websocket" ? "WebSocket" : "long polling";
}

function beat(socket) {
    const start = performance.now();
    socket.timeout(2 * BEAT).emit("beat", (late) => late || record(performance.now() - start));
}

function record(trip) {
    trips = [...trips, trip].slice(-SAMPLES);
    show("trip", `${trip.toFixed(trip < 10 ? 1 : 0)} ms`);
    const worst = Math.max(...trips);
    const width = 300 / (SAMPLES - 1);
    const points = trips.map((each, index) => `${(index * width).toFixed(1)},${(58 - (54 * each) / worst).toFixed(1)}`);
    element("spark").querySelector("polyline").setAttribute("points", points.join(" "));
    element("spark").ariaLabel = `The last ${trips.length} round trips, at most ${worst.toFixed(1)} ms`;
}
