"""The head of the page: which tree, what it is for, and what can be done with it as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.trees import CommunicationTree
from ui.models.record_words import choice_text
from ui.widgets.buttons import icon_button
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role
from ui.widgets.tokens import px

LEAST_PX = 200
ABOUT_FROM_PX = 390


class TreeHead(QWidget):
    """A list of the trees, a word on the chosen one, and a menu."""

    chosen = Signal(str)
    """Carries the id of a tree."""
    wanted = Signal(str)
    """Carries what is to be done: add, edit, duplicate or remove."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._known = False
        self._build()
        self._lay_out()
        self._box.activated.connect(self._on_activated)
        self._add.clicked.connect(self._on_add)

    def show_trees(self, plan: Plan, current: RecordId | None) -> None:
        """Offer the trees of `plan`."""
        trees: Sequence[CommunicationTree] = plan.trees.all()
        self._box.blockSignals(True)
        self._box.clear()
        for tree in trees:
            self._box.addItem(tree.name, str(tree.id))
        self._box.setCurrentIndex(self._box.findData(str(current)))
        self._box.blockSignals(False)
        tree_now = None if current is None else plan.trees.get(current)
        for part in (self._box, self._menu):
            part.setVisible(tree_now is not None)
        self._known = tree_now is not None
        self._show_about()
        self._menu.setVisible(tree_now is not None and not self._read_only)
        self._about.show_text("" if tree_now is None else about_text(plan, tree_now))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_about()

    def _show_about(self) -> None:
        """Where nothing of it could be read it is left out."""
        self._about.setVisible(self._known and self.width() >= px(ABOUT_FROM_PX))

    def _build(self) -> None:
        self._box = QComboBox(self)
        self._box.setObjectName("tree_choice")
        self._box.setAccessibleName(self.tr("Communication tree"))
        self._box.setMinimumWidth(px(LEAST_PX))
        self._box.setMinimumContentsLength(16)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._box.setSizeAdjustPolicy(policy)
        self._about = ElidedLabel(self, "", Role.HINT)
        self._about.setObjectName("tree_about")
        self._about.setMinimumWidth(1)  # the first to give way
        self._add = icon_button(self, "tree_add", "plus", self.tr("Add a tree"))
        self._add.setVisible(not self._read_only)
        self._menu = icon_button(
            self, "tree_menu", "ellipsis", self.tr("More to do with this tree")
        )
        menu = QMenu(self._menu)
        for key, text in (
            ("edit", self.tr("Name, purpose and severity\u2026")),
            ("duplicate", self.tr("Duplicate\u2026")),
            ("remove", self.tr("Remove\u2026")),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"tree_{key}_action")
            action.setData(key)
        menu.triggered.connect(self._on_menu)
        self._menu.setMenu(menu)
        self._menu.setPopupMode(self._menu.ToolButtonPopupMode.InstantPopup)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for part in (self._box, self._menu, self._add):
            row.addWidget(part)
        row.addSpacing(px(4))
        row.addWidget(self._about, 1)

    @Slot(int)
    def _on_activated(self, at: int) -> None:
        self.chosen.emit(self._box.itemData(at))

    @Slot()
    def _on_add(self) -> None:
        self.wanted.emit("add")

    @Slot(object)
    def _on_menu(self, action: object) -> None:
        data = getattr(action, "data", None)
        if callable(data):
            self.wanted.emit(str(data()))


def about_text(plan: Plan, tree: CommunicationTree) -> str:
    """What a tree is for and from which severity on it starts."""
    translate = QCoreApplication.translate
    level = plan.severities.get(tree.starts_at) if tree.starts_at is not None else None
    if level is None:
        starts = translate("Trees", "starts at any severity")
    else:
        starts = translate("Trees", "starts at {0} and worse").format(level.name)
    return f"{choice_text(tree.purpose)} \u00b7 {starts}"
