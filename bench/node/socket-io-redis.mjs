// One of several nodes of socket.io on Node.js that share a Redis server: node socket-io-redis.mjs REDIS-PORT PORT
import { createClient } from "redis";
import { createAdapter } from "@socket.io/redis-adapter";
import { Server } from "socket.io";
import { answer } from "./events.mjs";

const [redisPort, port] = process.argv.slice(2).map(Number);
const publisher = createClient({ socket: { port: redisPort } });
const subscriber = publisher.duplicate();
// Redis ends before the nodes do, which they need not complain about.
for (const client of [publisher, subscriber]) {
    client.on("error", () => process.exit());
}
await Promise.all([publisher.connect(), subscriber.connect()]);

answer(new Server(port, { adapter: createAdapter(publisher, subscriber) }));
