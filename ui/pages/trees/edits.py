"""What a person does to a communication tree, each one step of the plan's history."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import IrplanError
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget
from app.services.trees.called import Called, usual_channels
from app.services.trees.forest import forest_of
from app.services.trees.pasting import pasted
from app.services.trees.placing import moved, tidied
from app.services.trees.shaping import (
    added,
    connected,
    cut_off,
    detached,
    indented,
    new_call,
    outdented,
    shifted,
    taken_out,
)
from app.services.trees.starting import first_tree
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.record_names import name_of

ORIGIN = "trees"
_LETTERS = 44


class TreeEdits(QObject):
    """Changes nothing in a plan that can only be read."""

    placed = Signal(object)
    """Carries the `RecordId` of the call that an edit leaves chosen, or None."""
    failed = Signal(object)
    """Carries the `IrplanError` that says why an edit was refused."""
    done = Signal(str)
    """Carries a sentence about what was done where it is not plain to see."""

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    @property
    def _plan(self) -> Plan:
        return self._bridge.plan

    # --- calls ------------------------------------------------------------------------------------

    def add_below(self, tree: RecordId, parent: RecordId | None, called: Called) -> None:
        """A new call under `parent`, or (None) one that starts the tree."""
        node = new_call(self._plan, tree, parent, called)
        self._do(self.tr("Add a call"), lambda: added(self._plan, node), node.id)

    def add_beside(self, key: RecordId, called: Called) -> None:
        """A new call right behind the call `key`, made by the same person."""
        beside = self._plan.tree_nodes[key]
        parent = forest_of(self._plan, beside.tree).parent(key)
        node = new_call(self._plan, beside.tree, parent, called)
        self._do(self.tr("Add a call"), lambda: added(self._plan, node, key), node.id)

    def hang(self, key: RecordId, parent: RecordId) -> None:
        """`key` is called by `parent`."""
        label = self.tr("Hang {0} under {1}").format(self._name(key), self._name(parent))
        self._do(label, lambda: connected(self._plan, key, parent), key)

    def detach(self, key: RecordId) -> None:
        """`key` starts on its own."""
        label = self.tr("Let {0} start").format(self._name(key))
        self._do(label, lambda: detached(self._plan, key), key)

    def take_out(self, key: RecordId) -> None:
        """Only this call goes."""
        plan = self._plan
        heir = forest_of(plan, plan.tree_nodes[key].tree).parent(key)
        label = self.tr("Remove {0}").format(self._name(key))
        self._do(label, lambda: taken_out(plan, key), heir)

    def cut_off(self, key: RecordId) -> None:
        """The call goes, and all that follow from it."""
        forest = forest_of(self._plan, self._plan.tree_nodes[key].tree)
        count = len(forest.branch(key))
        said = self.tr("Remove {0} and the {n} calls below").format(self._name(key), n=count - 1)
        label = said if count > 1 else self.tr("Remove {0}").format(self._name(key))
        self._do(label, lambda: cut_off(self._plan, key), forest.parent(key))

    def shift(self, key: RecordId, step: int) -> None:
        """Before (-1) or behind (1) the next one beside it."""
        label = self.tr("Move {0}").format(self._name(key))
        self._do(label, lambda: shifted(self._plan, key, step), key)

    def indent(self, key: RecordId) -> None:
        """Made by the call before it."""
        label = self.tr("Indent {0}").format(self._name(key))
        self._do(label, lambda: indented(self._plan, key), key)

    def outdent(self, key: RecordId) -> None:
        """Made by whoever makes the call it hung under."""
        label = self.tr("Outdent {0}").format(self._name(key))
        self._do(label, lambda: outdented(self._plan, key), key)

    def retarget(self, key: RecordId, called: Called) -> None:
        """The call goes to somebody else; a name of its own goes, and ways not there."""
        node = self._plan.tree_nodes[key]
        usual = usual_channels(self._plan, called)
        channels = tuple(kind for kind in node.channels if kind in usual) or usual
        if called.target is NodeTarget.GROUP:
            channels = node.channels
        self.restate(
            key,
            target=called.target,
            target_id=called.target_id,
            name=called.name,
            channels=channels,
        )

    def restate(self, key: RecordId, merge: str = "", **values: object) -> None:
        """Other values for fields of a call."""
        node = self._plan.tree_nodes.get(key)
        if node is not None:
            label = self.tr("Edit {0}").format(self._name(key))
            changed: dict[str, Any] = values
            made = replace(node, **changed)
            self._do(label, lambda: (put(self._plan, made),), key, merge)

    def order_channels(self, key: RecordId, channels: tuple[ChannelKind, ...]) -> None:
        """Other ways to call, in this order; each is kept once."""
        self.restate(key, channels=tuple(dict.fromkeys(channels)))

    # --- cards ------------------------------------------------------------------------------------

    def move(self, key: RecordId, right: float, down: float) -> None:
        """The card, and those below it, so many layout units away."""
        label = self.tr("Place {0}").format(self._name(key))
        self._do(label, lambda: moved(self._plan, key, right, down), key)

    def tidy(self, tree: RecordId) -> None:
        """All cards at their tidy places."""
        count = len(tidied(self._plan, tree))
        self._do(self.tr("Tidy up"), lambda: tidied(self._plan, tree), None)
        one = self.tr("1 card is back in its place.")
        many = self.tr("{n} cards are back in their places.")
        none = self.tr("Every card stands in its place already.")
        self.done.emit(counted(count, one, many) if count else none)

    # --- trees ------------------------------------------------------------------------------------

    def paste(self, tree: RecordId, parent: RecordId | None, text: str) -> None:
        """The names in `text` under `parent`, or (None) to start with."""
        before = len(self._plan.tree_nodes)
        self._do(self.tr("Paste calls"), lambda: pasted(self._plan, tree, parent, text), parent)
        count = len(self._plan.tree_nodes) - before
        if count:
            one, many = self.tr("1 call is pasted."), self.tr("{n} calls are pasted.")
            self.done.emit(counted(count, one, many))

    def begin(self) -> RecordId | None:
        """A first tree made from the roles; None where nothing can be changed."""
        if self._bridge.read_only:
            return None
        name = self.tr("Activation tree")
        tree, changes = first_tree(self._plan, name, self.tr("Call the deputy."))
        self._bridge.apply(changes, self.tr("Build a first tree from the roles"), ORIGIN)
        return tree

    def _do(
        self, label: str, make: Callable[[], ChangeSet], then: RecordId | None, merge: str = ""
    ) -> None:
        if self._bridge.read_only:
            return
        try:
            changes = make()
        except IrplanError as error:
            self.failed.emit(error)
            return
        if self._bridge.apply(changes, label, ORIGIN, merge):
            self.placed.emit(then)

    def _name(self, key: RecordId) -> str:
        return _short(name_of(self._plan, Kind.TREE_NODE, key))


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}\u2026"
