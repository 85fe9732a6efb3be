"""python-socketio against a running server: python3 socketio_client.py http://localhost:8080/

The server's application is the conformance one, with pings each second and a patient connect-timeout.
"""

import contextlib
import os
import queue
import sys

import socketio

from tap import run, scenario

ROOT = sys.argv[1]
PATIENCE = 20
WAYS = {"polling": ["polling"], "websocket": ["websocket"], "upgrade": ["polling", "websocket"]}


class Client:
    """A client whose events can be awaited one after another; its handlers answer with what they were asked."""

    def __init__(self, namespaces=("/clients",)):
        self.io = socketio.Client(reconnection=False, handle_sigint=False)
        self.namespaces = list(namespaces)
        self._arrived = {}
        for namespace in namespaces:
            self.io.on("*", self._hear, namespace=namespace)
            for event in ("connect_error", "disconnect"):
                self.io.on(event, self._hearing(event), namespace=namespace)

    def _inbox(self, event):
        """Of several threads that ask first only one makes it: the client calls its handlers on a thread each."""
        return self._arrived.setdefault(event, queue.Queue())

    def _hear(self, event, *args):
        self._inbox(event).put(args)
        return args

    def _hearing(self, event):
        return lambda *args: self._inbox(event).put(args)

    def connect(self, way="upgrade", **options):
        self.io.connect(ROOT, transports=WAYS[way], namespaces=self.namespaces, wait_timeout=PATIENCE, **options)
        return self

    def next(self, event):
        return self._inbox(event).get(timeout=PATIENCE)

    def emit(self, event, *args, namespace="/clients"):
        self.io.emit(event, args, namespace=namespace)

    def ask(self, event, *args, namespace="/clients"):
        """What the server acknowledges an event with; several values are a tuple."""
        return self.io.call(event, args, namespace=namespace, timeout=PATIENCE)

    def id(self, namespace="/clients"):
        return self.io.get_sid(namespace)

    def close(self):
        self.io.disconnect()


def connected(way="upgrade", namespaces=("/clients",), **options):
    return contextlib.closing(Client(namespaces).connect(way, **options))


def each_way(name):
    def add(action):
        for way in WAYS:
            scenario(f"{name} ({way})")(lambda way=way: action(way))

    return add


def equal(actual, expected):
    assert actual == expected, f"{actual!r:.500} is not {expected!r:.500}"


def echoes(client, *values):
    """The server sends the values back in an event and in an acknowledgement, and takes them as an acknowledgement."""
    client.emit("echo", *values)
    equal(client.next("echo"), values)
    equal(client.ask("acknowledge", *values), values if len(values) > 1 else values[0])
    equal(client.ask("ask", PATIENCE * 1000, *values), ("answered", *values))


@each_way("exchanges values in events and acknowledgements, both ways")
def exchanges_values(way):
    with connected(way) as client:
        equal(client.io.transport(), "polling" if way == "polling" else "websocket")
        equal(client.ask("transport"), client.io.transport())
        echoes(client, "täglich 消息 📯 \u0000 \u2028 \"quoted\" \\ 4 b", "")
        echoes(client, 0, -1.5, 1e21, 2**53 - 1, True, False, None)
        echoes(client, {"": [{"deep": [1, [2, [3]]]}]}, [], {})


@each_way("exchanges binary in events and acknowledgements, both ways")
def exchanges_binary(way):
    with connected(way) as client:
        echoes(client, bytes(range(256)), b"", bytes(1))
        echoes(client, "text", {"a": [b"x", {"b": b"\xff\x00"}], "c": "📯"}, None)
        echoes(client, "text again")


@each_way("exchanges messages of 900 KB")
def exchanges_large_messages(way):
    with connected(way) as client:
        echoes(client, "x" * 900_000)
        echoes(client, os.urandom(650_000 if way == "polling" else 900_000))


@each_way("tells who it is and what else it has")
def tells_who_it_is(way):
    auth = {"token": "secret", "schlüssel 📯": [1, None]}
    with connected(way, ["/clients/guarded"], auth=auth) as client:
        equal(client.next("welcome"), (auth, "anna"))
    with connected(way, headers={"X-Tidings-Test": "from Python"}) as client:
        equal(client.ask("handshake"), {"header": "from Python", "colour": None})


@each_way("hears why it is not let in")
def hears_why_it_is_not_let_in(way):
    with connected(way, ["/clients/guarded"], auth={"token": "wrong"}, wait=False) as client:
        error = {"message": "not authorized", "data": {"hint": "ask for a token", "given": "wrong"}}
        equal(client.next("connect_error"), (error,))


@scenario("hears of a namespace that does not exist")
def hears_of_no_namespace():
    with connected(namespaces=["/clients/nowhere"], wait=False) as client:
        equal(client.next("connect_error"), ({"message": "Invalid namespace"},))


@each_way("is in several namespaces over one connection")
def is_in_several_namespaces(way):
    namespaces = ["/clients", "/clients/board-1", "/clients/board-22"]
    with connected(way, namespaces) as client:
        equal(len({client.id(namespace) for namespace in namespaces}), 3)
        equal({client.next("board"), client.next("board")}, {("/clients/board-1",), ("/clients/board-22",)})
        client.emit("tell", "hello", namespace="/clients/board-22")
        equal(client.next("told"), ("hello",))
        equal(client.ask("acknowledge", "still here"), "still here")


@scenario("is told what concerns its room")
def is_told_what_concerns_its_room():
    with connected() as one, connected() as other:
        room = os.urandom(8).hex()
        equal(one.ask("join", room), sorted([one.id(), room]))
        other.ask("join", room)
        one.emit("tell", [room], [], "to the others")
        equal(other.next("told"), ("to the others",))
        one.emit("announce", [room], [other.id()], "to itself alone")
        equal(one.next("told"), ("to itself alone",))


@each_way("tells both sides that they part")
def tells_both_sides_that_they_part(way):
    with connected() as witness, connected(way) as client:
        witness.ask("watch")
        gone = client.id()
        client.emit("kick", True)
        client.next("disconnect")
        who, why = witness.next("left")
        while who != gone:  # those of other scenarios, whose end the server has found out now
            who, why = witness.next("left")
        equal(why, "server namespace disconnect")


@scenario("stays alive over several heartbeats")
def stays_alive():
    with connected("polling") as one, connected("websocket") as other:
        one.io.sleep(3)
        echoes(one, "still here")
        echoes(other, "still here")


run(PATIENCE)
