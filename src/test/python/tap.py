"""Runs scenarios and tells in TAP what became of each, as Node does for those in JavaScript."""

import sys
import threading
import traceback

_scenarios = []


def scenario(name):
    """Makes a function without arguments a scenario."""

    def add(action):
        _scenarios.append((name, action))
        return action

    return add


def run(patience):
    """Runs all scenarios in their order; one that takes longer than the patience, in seconds, has failed."""
    for number, (name, action) in enumerate(_scenarios, 1):
        failure = _failure_of(action, patience)
        print(f"{'not ok' if failure else 'ok'} {number} - {name}", flush=True)
        if failure:
            print(failure, flush=True)
    print(f"1..{len(_scenarios)}", flush=True)


def _failure_of(action, patience):
    failures = []

    def attempt():
        try:
            action()
        except BaseException:
            failures.append(traceback.format_exc())

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(patience)
    return _timed_out(thread.ident) if thread.is_alive() else "".join(failures)


def _timed_out(scenario):
    """What every thread does at this moment, the scenario's first: whoever holds it up is one of them."""
    stacks = sorted(sys._current_frames().items(), key=lambda stack: stack[0] != scenario)
    return "timed out; its threads:\n" + "\n".join("".join(traceback.format_stack(frame)) for _, frame in stacks)
