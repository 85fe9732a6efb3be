// What the benchmarks ask of every Socket.IO server, here for all that speak the API of npm socket.io.
export function answer(io) {
  io.on("connection", (socket) => {
    socket.on("echo", (payload, acknowledge) => acknowledge(payload));
    socket.on("bcast", (payload) => io.emit("bcast", payload));
    socket.on("enter", (acknowledge) => {
      socket.join("hall");
      acknowledge(true);
    });
    socket.on("hall", (payload) => io.to("hall").emit("hall", payload));
  });
}
