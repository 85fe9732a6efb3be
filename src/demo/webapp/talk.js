// The connection to the server, and what is asked over it.

const PATIENCE = 10_000;

/** The server has understood and says no; any other failure is a matter of the connection. */
export class Refusal extends Error {}

export let socket = null;

export function connect(name, transports, listeners) {
    socket?.disconnect();
    socket = io(`${location.origin}/chat`, {
        path: new URL("socket.io", document.baseURI).pathname,
        auth: { name, key: key() },
        transports,
        forceNew: true,
        reconnectionDelayMax: 5000,
    });
    for (const [event, listener] of Object.entries(listeners)) {
        socket.on(event, listener);
    }
}

export async function ask(event, ...values) {
    const answer = await socket.timeout(PATIENCE).emitWithAck(event, ...values);
    if (answer?.error) {
        const details = (answer.data ?? []).map((detail) => detail.message).join(", ");
        throw new Refusal(details ? `${answer.error}: ${details}` : answer.error);
    }
    return answer;
}

export function random() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Shows that it is this tab that comes back, when its connection has broken and its own name would be taken. */
function key() {
    const stored = sessionStorage.getItem("key") ?? random();
    sessionStorage.setItem("key", stored);
    return stored;
}
