"""The program as somebody meets it who neither sees it nor points at it.

Nothing here knows a widget: only names, roles, states and actions from the accessibility bus, and
keys pressed through it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

BRIDGE: Final = Path(__file__).with_name("bridge.py")
SYSTEM_PYTHON: Final = "/usr/bin/python3"
PATIENCE_S: Final = 40.0
PAUSE_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Node:
    """What is told of one thing on the screen; `node` is its handle, `parent` that above it."""

    node: int
    parent: int
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    actions: tuple[str, ...]
    index: int

    @property
    def usable(self) -> bool:
        """Whether it can be used now."""
        return "enabled" in self.states or "sensitive" in self.states


class Reader:
    """Asks the bridge; every wait ends with what was on the screen when it gave up."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._said = folder / "said.txt"
        environment = os.environ | {
            "IRPLAN_SAID": str(self._said),
            **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE")},
            "XDG_CACHE_HOME": str(folder / "CACHE"),
            "XDG_RUNTIME_DIR": str(folder),
        }
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1500x1000x24"]
        bus = ["dbus-run-session", "--", SYSTEM_PYTHON, "-W", "ignore", str(BRIDGE)]
        self._bridge = subprocess.Popen(
            [*screen, *bus, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self._root = self.until("the program is on the bus", lambda: self._ask("root"))

    def close(self) -> None:
        """End the program."""
        for pipe in (self._bridge.stdin, self._bridge.stdout):
            assert pipe is not None
            pipe.close()
        self._bridge.wait(20)

    @property
    def said(self) -> str:
        """What the program wrote to its terminal."""
        return self._said.read_text("utf-8") if self._said.exists() else ""

    # --- looking ----------------------------------------------------------------------------------

    def nodes(self, within: Node | None = None) -> tuple[Node, ...]:
        """All that is shown, from the top, or what is shown within a node."""
        root = self._root if within is None else within.node
        return tuple(
            Node(**{**each, "states": tuple(each["states"]), "actions": tuple(each["actions"])})
            for each in self._ask("tree", node=root)
        )

    def shown(self, role: str, name: str, within: Node | None = None) -> Node | None:
        """The first node of this role whose name begins with `name`; None if none is shown."""
        return next(
            (
                node
                for node in self.nodes(within)
                if node.role == role and node.name.startswith(name)
            ),
            None,
        )

    def find(self, role: str, name: str, within: Node | None = None) -> Node:
        """The first node of this role whose name begins with `name`, once it is shown."""
        found: Node = self.until(
            f"{role} {name!r} is shown", lambda: self.shown(role, name, within)
        )
        return found

    def said_somewhere(self, words: str) -> bool:
        """Whether any node says `words` in its name or description."""
        return any(words in node.name or words in node.description for node in self.nodes())

    def read(self, node: Node) -> str:
        """What a field says."""
        text: str = self._ask("read", node=node.node)
        return text

    # --- doing ------------------------------------------------------------------------------------

    def press(self, role: str, name: str, within: Node | None = None) -> None:
        """Do what a button, a box or an entry is there for, once it can be used."""
        node: Node = self.until(
            f"{role} {name!r} can be used",
            lambda: usable(self.shown(role, name, within)),
        )
        wanted = next((act for act in ("Press", "Toggle", "ShowMenu") if act in node.actions), "")
        self._ask("act", node=node.node, name=wanted)

    def focus(self, node: Node) -> None:
        """Put the keyboard into a node."""
        self._ask("focus", node=node.node)

    def write(self, role: str, name: str, text: str, within: Node | None = None) -> None:
        """Put `text` into a field in place of what it says."""
        self._ask("write", node=self.find(role, name, within).node, text=text)

    def keys(self, *chords: str) -> None:
        """Press chords such as `ctrl+4`, one after the other."""
        for chord in chords:
            self._ask("keys", keys=chord)
            time.sleep(PAUSE_S)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        self._ask("type", text=text)
        time.sleep(PAUSE_S)

    def until(self, wanted: str, check: Callable[[], Any]) -> Any:
        """Wait until `check` gives something.

        Raises:
            AssertionError: it never did; with what was shown, and what the program wrote.
        """
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = check()
            if found is not None and found is not False:
                return found
            time.sleep(PAUSE_S)
        shown = "\n".join(_told(self.nodes())) if hasattr(self, "_root") else ""
        raise AssertionError(f"Never came true: {wanted}.\n{self.said}\n{shown}")

    def _ask(self, do: str, **words: object) -> Any:
        assert self._bridge.stdin is not None
        assert self._bridge.stdout is not None
        self._bridge.stdin.write(json.dumps({"do": do, **words}) + "\n")
        self._bridge.stdin.flush()
        line = self._bridge.stdout.readline()
        if not line:
            raise AssertionError(f"The bridge ended at {do!r}: {self.said}")
        answer = json.loads(line)
        if "error" in answer:
            raise AssertionError(f"{do}: {answer['error']}")
        return answer["answer"]


def usable(node: Node | None) -> Node | None:
    """The node, if it can be used."""
    return node if node is not None and node.usable else None


def program(*arguments: str) -> list[str]:
    """The command that starts the window."""
    return [sys.executable, "-m", "ui.main", *arguments]


def _told(nodes: Iterable[Node]) -> Iterator[str]:
    """What is shown, for a person who reads why a test failed; a star marks the keyboard."""
    for node in nodes:
        star = "*" if "focused" in node.states else ""
        if node.name or star:
            yield f"{star}{node.role}: {node.name}"
