"""What is done to the tree and the call that are chosen, and what is asked before."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.trees.called import Called
from ui.bridge.session import PlanBridge
from ui.dialogs.record.editor import RecordEditor
from ui.pages.trees.commands import Commands
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.who_dialog import WhoDialog


class TreeDeeds(QObject):
    """Has at most one dialog open; `tree` and `key` are kept up to date by the page."""

    asked = Signal()
    """A dialog has closed."""

    def __init__(self, bridge: PlanBridge, edits: TreeEdits, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._edits = edits
        self._page = page
        self.editor = RecordEditor(bridge, page)
        self.dialog: WhoDialog | None = None
        self.tree: RecordId | None = None
        self.key: RecordId | None = None

    def connect_to(self, commands: Commands) -> None:
        """Let the commands that change something do so."""
        edits = self._edits
        for key, do in (
            ("below", self.ask_below),
            ("beside", self.ask_beside),
            ("who", self.ask_instead),
            ("hang", self.ask_under),
            ("paste", self.paste),
            ("tidy", self.tidy),
            ("up", partial(self._with_call, edits.shift, -1)),
            ("down", partial(self._with_call, edits.shift, 1)),
            ("indent", partial(self._with_call, edits.indent)),
            ("outdent", partial(self._with_call, edits.outdent)),
            ("detach", partial(self._with_call, edits.detach)),
            ("remove", partial(self._with_call, edits.take_out)),
            ("remove_branch", partial(self._with_call, edits.cut_off)),
        ):
            commands.connect_to(key, do)

    @Slot()
    def ask_below(self) -> None:
        """Ask who is called by whom is chosen, or who starts the tree."""
        if self.tree is not None:
            said = self.tr("Who is called?") if self.key else self.tr("Who starts the tree?")
            self._ask(said, partial(self._edits.add_below, self.tree, self.key))

    @Slot()
    def ask_beside(self) -> None:
        """Ask who is called by the same person as whom is chosen."""
        if self.key is not None:
            said = self.tr("Who else is called?")
            self._ask(said, partial(self._edits.add_beside, self.key))

    @Slot()
    def ask_instead(self) -> None:
        """Ask who is called in place of whom is chosen."""
        if self.key is not None:
            said = self.tr("Who is called instead?")
            self._ask(said, partial(self._edits.retarget, self.key))

    @Slot()
    def ask_under(self) -> None:
        """Ask under which call whom is chosen is to hang."""
        if self.key is not None:
            self.editor.edit(Kind.TREE_NODE, self.key, "parent")

    @Slot()
    def paste(self) -> None:
        """Take the names that were copied under whom is chosen."""
        if self.tree is not None:
            self._edits.paste(self.tree, self.key, QGuiApplication.clipboard().text())

    @Slot()
    def tidy(self) -> None:
        """Put every card of the tree back to its place."""
        if self.tree is not None:
            self._edits.tidy(self.tree)

    @Slot(str)
    def do_with_tree(self, what: str) -> None:
        """Add, edit, duplicate or remove a tree."""
        if what == "add":
            self.editor.add(Kind.TREE)
        elif self.tree is not None:
            do = {
                "edit": self.editor.edit,
                "duplicate": self.editor.duplicate,
                "remove": self.editor.remove,
            }[what]
            do(Kind.TREE, self.tree)

    def _with_call(self, do: Callable[..., None], *more: int) -> None:
        if self.key is not None:
            do(self.key, *more)

    def _ask(self, title: str, then: Callable[[Called], None]) -> None:
        if self._bridge.read_only:
            return
        dialog = WhoDialog(self._page, self._bridge.plan, title)
        dialog.chosen.connect(then)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self.dialog = dialog

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
        self.asked.emit()
