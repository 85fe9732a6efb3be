// What is seen: elements made of text, never of markup, so that nothing that others have written is ever more than text.

const LONGEST_LOG = 300;

export const element = (id) => document.getElementById(id);
export const show = (id, text) => { element(id).textContent = text; };

export function make(tag, className, ...children) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
}

export function onClick(id, action) {
    element(id).addEventListener("click", action);
}

export function onSubmit(id, action) {
    element(id).addEventListener("submit", (event) => {
        event.preventDefault();
        action();
    });
}

/** What stands in a field, which is empty then. */
export function taken(id) {
    const value = element(id).value.trim();
    element(id).value = "";
    return value;
}

export function state(name, words) {
    document.body.dataset.state = name;
    show("state", words);
    const inside = name !== "out";
    element("door").hidden = inside;
    element("chat").hidden = !inside;
    element("sign-out").hidden = !inside;
}

let noticeEnds = 0;

/** Something that concerns no room in particular. */
export function notice(words) {
    clearTimeout(noticeEnds);
    show("notice", words);
    element("notice").hidden = false;
    noticeEnds = setTimeout(() => { element("notice").hidden = true; }, 6000);
}

/** A name as a round sign in a colour of its own. */
function face(name) {
    const sign = make("span", "face", [...name][0].toUpperCase());
    const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
    sign.style.setProperty("--hue", hue);
    sign.ariaHidden = "true";
    return sign;
}

export function rooms(all, current, choose) {
    element("rooms").replaceChildren(...all.map((room) => {
        const button = make("button", room.inside ? "inside" : "", room.name);
        button.type = "button";
        button.addEventListener("click", () => choose(room.name));
        if (room === current) {
            button.setAttribute("aria-current", "true");
        }
        if (room.guests.length > 0) {
            button.append(make("span", "lock", "private"));
        }
        if (room.unread > 0) {
            button.append(make("span", "unread", `${room.unread} new`));
        }
        return make("li", "", button);
    }));
    element("rooms").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export function room(room) {
    show("room-title", room.name);
    element("text").ariaLabel = `Message to ${room.name}`;
    element("logs").replaceChildren(room.log);
    room.log.scrollTop = room.log.scrollHeight;
}

/** Who is in the room; somebody with two connections is one person. */
export function members(room, me) {
    const others = new Set(room.members.values());
    others.delete(me);
    const names = [me, ...[...others].sort((one, other) => one.localeCompare(other))];
    element("people").replaceChildren(...names.map((name) => {
        const item = make("li", "", face(name), make("span", "name", name));
        if (name === me) {
            item.append(make("small", "", "you"));
        }
        return item;
    }));
    show("room-kind", room.guests.length > 0 ? `private: ${room.guests.join(", ")}` : "public");
    element("invite").hidden = room.guests.length === 0;
}

export function typing(names) {
    const verb = names.length === 1 ? "is typing" : "are typing";
    show("typing", names.length === 0 ? "" : `${names.join(" and ")} ${verb} …`);
}

export function log(name) {
    const log = make("div", "log", make("ol", ""));
    log.setAttribute("role", "log");
    log.ariaLabel = `What is said in ${name}`;
    log.tabIndex = 0;
    return log;
}

function append(log, item) {
    const list = log.firstElementChild;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    list.append(item);
    if (list.children.length > LONGEST_LOG) {
        list.firstElementChild.remove();
    }
    if (atEnd || item.classList.contains("mine")) {
        log.scrollTop = log.scrollHeight;
    }
    return item;
}

export function event(log, words) {
    append(log, make("li", "event", words));
}

/** What somebody has said; several things in a row stand under one name. */
export function said(log, name, text, isMine) {
    const item = make("li", isMine ? "said mine" : "said");
    const time = make("time", "", new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
    item.dataset.name = name;
    if (log.firstElementChild.lastElementChild?.dataset.name === name) {
        item.classList.add("more");
    }
    item.append(face(name), make("b", "name", name), make("p", "", text), make("small", "", time, make("span", "mark")));
    return append(log, item);
}

export function mark(item, name, words) {
    item.dataset.mark = name;
    item.querySelector(".mark").textContent = words;
}
