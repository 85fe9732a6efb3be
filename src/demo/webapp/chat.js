// What happens in the chat: who is where, what was said, and what the server has to be told again after a break.

import { watch } from "./pulse.js";
import { ask, connect, random, Refusal, socket } from "./talk.js";
import * as view from "./view.js";

const { element, onClick, onSubmit, show, taken } = view;
const FIRST_ROOM = "Lobby";
const TYPING_SHOWN = 3000;
const TYPING_TOLD = 2000;
const MEMORY = 1000;

const rooms = new Map();
const typists = new Map();
let stopWatching = () => {};
let me = "";
let current = null;
let brokenAt = 0;
let typingToldAt = 0;

// ---- in and out

function signIn() {
    me = element("name").value.trim();
    sessionStorage.setItem("name", me);
    show("refusal", "");
    connect(me, element("transports").value.split(","), {
        connect: connected,
        connect_error: (error) => socket.active ? waiting() : signedOut(error.message),
        disconnect: broken,
        room: announced,
        entered,
        left: (name, member) => gone(member, [rooms.get(name)], "has left"),
        gone: (member, reason) => gone(member, rooms.values(), `is gone (${reason})`),
        said,
        typing,
    });
    stopWatching();
    stopWatching = watch(socket);
}

function connected() {
    view.state("in", `Connected as ${me}`);
    [...rooms.values()].filter((room) => room.inside).forEach(comeBack);
    brokenAt = 0;
    if (current === null) {
        choose(FIRST_ROOM);
    }
}

/** Another connection is in no room, and what was said in between is lost; what was to be said is not. */
async function comeBack(room) {
    const away = Math.ceil((Date.now() - brokenAt) / 1000);
    try {
        await enter(room.name, room.guests);
        view.event(room.log, `You were away for ${away} s and may have missed something`);
        room.unsent.forEach((message) => deliver(room, message));
    } catch (error) {
        view.event(room.log, error.message);
        leave(room);
    }
}

function waiting() {
    if (document.body.dataset.state === "out") {
        show("refusal", "The server cannot be reached; trying again …");
    } else {
        view.state("waiting", "Reconnecting …");
    }
}

function broken(reason) {
    if (socket.active) {
        brokenAt = Date.now();
        waiting();
    } else {
        signedOut(reason === "io server disconnect" ? "Your name is in use in another window." : "");
    }
}

function signedOut(words) {
    stopWatching();
    rooms.clear();
    current = null;
    view.state("out", "Not connected");
    show("refusal", words);
    element("name").focus();
}

// ---- rooms

function announced({ name, guests }) {
    if (guests.length > 0 && !rooms.has(name)) {
        view.notice(`You are invited to ${name}.`);
    }
    known(name).guests = guests;
    refresh();
}

function known(name) {
    if (!rooms.has(name)) {
        const log = view.log(name);
        rooms.set(name, {
            name, log, guests: [], inside: false, unread: 0,
            members: new Map(), leavers: null, seen: new Set(), unsent: new Set(),
        });
    }
    return rooms.get(name);
}

/** Goes to a room, and enters it before that if need be. */
async function choose(name, guests = []) {
    try {
        if (!rooms.get(name)?.inside) {
            await enter(name, guests);
        }
        current = rooms.get(name);
        current.unread = 0;
        typists.forEach((timer, typist) => stopTyping(typist));
        view.room(current);
        refresh();
        if (matchMedia("(hover: hover)").matches) {
            element("text").focus();
        }
    } catch (error) {
        view.notice(error.message);
    }
}

async function enter(name, guests) {
    const isNew = !rooms.has(name);
    const room = known(name);
    room.leavers = new Set();
    try {
        const members = await ask("enter", { name, guests });
        // Who has left in the meantime may still be in the list.
        const present = members.filter(({ id }) => !room.leavers.has(id));
        room.members = new Map(present.map((member) => [member.id, member.name]));
        room.inside = true;
    } catch (error) {
        if (isNew) {
            rooms.delete(name);
        }
        throw error;
    } finally {
        room.leavers = null;
    }
    refresh();
}

function leave(room) {
    room.inside = false;
    room.unread = 0;
    if (room === current) {
        choose(FIRST_ROOM);
    }
    refresh();
}

function refresh() {
    const sorted = [...rooms.values()].sort((one, other) => one.name.localeCompare(other.name));
    view.rooms(sorted, current, choose);
    if (current) {
        view.members(current, me);
        element("leave-room").hidden = current.name === FIRST_ROOM;
    }
    const unread = sorted.reduce((sum, room) => sum + room.unread, 0);
    document.title = unread > 0 ? `(${unread}) Tidings chat` : "Tidings chat";
}

// ---- the others

function entered(name, member) {
    const room = rooms.get(name);
    if (room?.inside) {
        room.members.set(member.id, member.name);
        view.event(room.log, `${member.name} has entered`);
        refresh();
    }
}

function gone(member, places, words) {
    for (const room of places) {
        room?.leavers?.add(member.id);
        if (room?.members.delete(member.id) && ![...room.members.values()].includes(member.name)) {
            view.event(room.log, `${member.name} ${words}`);
        }
    }
    stopTyping(member.name);
    refresh();
}

function typing(name, { name: typist }) {
    if (name === current?.name) {
        clearTimeout(typists.get(typist));
        typists.set(typist, setTimeout(() => stopTyping(typist), TYPING_SHOWN));
        view.typing([...typists.keys()]);
    }
}

function stopTyping(name) {
    clearTimeout(typists.get(name));
    typists.delete(name);
    view.typing([...typists.keys()]);
}

// ---- messages

function said(name, id, from, text, acknowledge) {
    acknowledge();
    const room = rooms.get(name);
    if (!room || room.seen.has(id)) {
        return;
    }
    room.seen = new Set([...room.seen, id].slice(-MEMORY));
    stopTyping(from.name);
    view.said(room.log, from.name, text, false);
    if (room !== current || document.hidden) {
        room.unread++;
    }
    refresh();
}

function say(text) {
    const message = { id: random(), text, item: view.said(current.log, me, text, true) };
    view.mark(message.item, "pending", "on its way …");
    current.unsent.add(message);
    typingToldAt = 0;
    deliver(current, message);
}

/** What cannot be delivered now waits for the next connection; by its id nobody sees it twice. */
async function deliver(room, message) {
    while (socket.connected && room.unsent.has(message)) {
        try {
            const receivers = await ask("say", room.name, message.id, message.text);
            view.mark(message.item, "delivered", receivers > 0 ? `delivered to ${receivers}` : "sent, nobody else is here");
            room.unsent.delete(message);
        } catch (error) {
            if (error instanceof Refusal) {
                view.mark(message.item, "refused", error.message);
                room.unsent.delete(message);
            }
        }
    }
}

// ---- what the user does

onSubmit("sign-in", signIn);
onClick("sign-out", () => {
    socket.disconnect();
    signedOut("");
});
onSubmit("say", () => {
    const text = taken("text");
    if (text && current) {
        say(text);
    }
});
element("text").addEventListener("input", () => {
    if (current && socket.connected && Date.now() - typingToldAt > TYPING_TOLD) {
        typingToldAt = Date.now();
        socket.volatile.emit("typing", current.name);
    }
});
onClick("ask-room", () => {
    element("enter").reset();
    element("room-dialog").showModal();
});
onClick("cancel", () => element("room-dialog").close());
onSubmit("enter", () => {
    const guests = element("guests").value.split(",").map((guest) => guest.trim()).filter(Boolean);
    element("room-dialog").close();
    choose(element("room-name").value.trim(), guests.length > 0 ? [me, ...guests] : []);
});
onSubmit("invite", () => {
    ask("enter", { name: current.name, guests: [taken("guest")] }).catch((error) => view.notice(error.message));
});
onClick("leave-room", () => {
    socket.emit("leave", current.name);
    leave(current);
});
document.addEventListener("visibilitychange", () => current && !document.hidden && choose(current.name));
element("name").value = sessionStorage.getItem("name") ?? "";
element("name").focus();
