// engine.io on Node.js with its default settings: each message is sent back.
import { listen } from "engine.io";

const port = Number(process.argv[2]);

listen(port).on("connection", (socket) => {
  socket.on("message", (message) => socket.send(message));
});
