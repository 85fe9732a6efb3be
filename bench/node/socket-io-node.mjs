// socket.io on Node.js with its default settings.
import { Server } from "socket.io";
import { answer } from "./events.mjs";

const port = Number(process.argv[2]);

answer(new Server(port));
