"""What a screen reader sees of the program, over lines of JSON; run by the system's Python.

Needs `gir1.2-atspi-2.0`. Every line that comes in is `{"do": ..., ...}`, every line that goes out
`{"answer": ...}` or `{"error": ...}`. Nodes are named by numbers, which hold until the end.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

MOST_NODES = 20_000
KEYS = {
    "ctrl": 37,
    "shift": 50,
    "alt": 64,
    "enter": 36,
    "tab": 23,
    "escape": 9,
    "space": 65,
    "up": 111,
    "down": 116,
    "left": 113,
    "right": 114,
    "insert": 118,
    "delete": 119,
    "home": 110,
    "end": 115,
    "f1": 67,
    "f2": 68,
    "f6": 72,
    "menu": 135,
}
"""Key codes of an X server with a PC keyboard."""
LETTERS = dict(zip("1234567890", range(10, 20), strict=True)) | {
    letter: code
    for row, first in (("qwertyuiop", 24), ("asdfghjkl", 38), ("zxcvbnm", 52))
    for code, letter in enumerate(row, first)
}
WAIT = 0.02
PATIENCE_S = 30.0


class Bridge:
    """Answers what is asked about one process."""

    def __init__(self, process):
        self._process = process
        self._nodes = []
        Atspi.init()

    def run(self):
        for line in sys.stdin:
            asked = json.loads(line)
            try:
                answer = {"answer": getattr(self, f"do_{asked.pop('do')}")(**asked)}
            except Exception as error:  # noqa: BLE001  # the other side tells it
                answer = {"error": f"{type(error).__name__}: {error}"}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()

    def do_root(self):
        """The application, once it is there."""
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(at)
            if child is not None and child.get_process_id() == self._process.pid:
                return self._keep(child)
        return None

    def do_tree(self, node, most=MOST_NODES):
        """Every node below `node` that is seen, itself first, parents before children."""
        found: list[dict[str, object]] = []
        waiting = [(self._nodes[node], -1)]
        while waiting and len(found) < most:
            accessible, parent = waiting.pop()
            described = self._described(accessible, seen=parent >= 0)
            if described is None:
                continue
            described["parent"] = parent
            found.append(described)
            number = described["node"]
            waiting.extend((kid, number) for kid in reversed(self._kids(accessible, described)))
        return found

    def do_act(self, node, name=""):
        """Do the action `name` of a node, or its first."""
        accessible = self._nodes[node]
        names = [accessible.get_action_name(at) for at in range(accessible.get_n_actions())]
        at = names.index(name) if name else 0
        return accessible.do_action(at)

    def do_focus(self, node):
        return self._nodes[node].grab_focus()

    def do_write(self, node, text):
        """Put `text` in place of what a field says."""
        return self._nodes[node].set_text_contents(text)

    def do_read(self, node):
        """What a field or a document says."""
        accessible = self._nodes[node]
        return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))

    def do_choose(self, node, child):
        """Select the child with this index."""
        return self._nodes[node].select_child(child)

    def do_keys(self, keys):
        """Press a chord such as `ctrl+shift+z`, through the accessibility bus."""
        self._wait_for_keyboard()
        *held, last = [KEYS.get(key) or LETTERS[key] for key in keys.split("+")]
        for code in held:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(last, None, Atspi.KeySynthType.PRESSRELEASE)
        for code in reversed(held):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)
        return True

    def do_type(self, text):
        """Type `text` where the focus is, through the accessibility bus."""
        self._wait_for_keyboard()
        return Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)

    def do_alive(self):
        return self._process.poll() is None

    def _wait_for_keyboard(self):
        """Until a window of the program is the active one; keys before that go nowhere."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if any(self._active(number) for number in range(self._nodes[0].get_child_count())):
                return
            time.sleep(WAIT)
        raise TimeoutError("no window became active")

    def _active(self, number):
        window = self._nodes[0].get_child_at_index(number)
        if window is None:
            return False
        window.clear_cache()
        return window.get_state_set().contains(Atspi.StateType.ACTIVE)

    def _keep(self, accessible):
        self._nodes.append(accessible)
        return len(self._nodes) - 1

    def _described(self, accessible, seen):
        """What is told of one node; None if it is to be seen and is not."""
        try:
            states = accessible.get_state_set()
            if seen and not states.contains(Atspi.StateType.SHOWING):
                return None
            return {
                "node": self._keep(accessible),
                "role": accessible.get_role_name(),
                "name": accessible.get_name() or "",
                "description": accessible.get_description() or "",
                "states": [state.value_nick for state in states.get_states()],
                "actions": [
                    accessible.get_action_name(at) for at in range(accessible.get_n_actions())
                ]
                if accessible.get_action_iface() is not None
                else [],
                "index": accessible.get_index_in_parent(),
            }
        except GLib.Error:
            return None

    def _kids(self, accessible, described):
        try:
            count = min(accessible.get_child_count(), 2000)
            kids = (accessible.get_child_at_index(at) for at in range(count))
            return [kid for kid in kids if kid is not None]
        except GLib.Error:
            return []


def main():
    """Start the rest of the line as a command, and answer for it until the input ends."""
    launcher = _silent("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
    manager = _silent("openbox")
    time.sleep(0.3)
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with Path(os.environ["IRPLAN_SAID"]).open("w", encoding="utf-8") as said:
        process = subprocess.Popen(sys.argv[1:], env=environment, stdout=said, stderr=said)
    try:
        Bridge(process).run()
    finally:
        for each in (process, manager, launcher):
            each.terminate()


def _silent(*command):
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=nothing, stderr=nothing)


if __name__ == "__main__":
    main()
