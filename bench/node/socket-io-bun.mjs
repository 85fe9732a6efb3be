// socket.io on Bun's own HTTP and WebSocket server, through the engine that its authors made for that.
import { Server as Engine } from "@socket.io/bun-engine";
import { Server } from "socket.io";
import { answer } from "./events.mjs";

const port = Number(process.argv[2]);
const engine = new Engine({ path: "/socket.io/" });
const io = new Server();

io.bind(engine);
answer(io);

export default { port, development: false, ...engine.handler() };
