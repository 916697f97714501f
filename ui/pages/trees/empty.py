"""What the page says while there is no tree, or nobody in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class EmptyCard(Card):
    """Says what to do first, and offers it."""

    build_wanted = Signal()
    """A first tree is to be made from the roles."""
    tree_wanted = Signal()
    """An empty tree is to be added."""
    call_wanted = Signal()
    """The call that starts the tree is to be added."""
    paste_wanted = Signal()
    """Names that were copied are to be pasted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trees_empty")
        self.setMaximumWidth(px(560))
        self._said = label(self, "", Role.BODY, wrap=True)
        self._said.setObjectName("trees_empty_text")
        self._build = button(
            self, "tree_build", self.tr("Build a first tree from the roles"), Look.PRIMARY
        )
        self._tree = button(self, "tree_empty_add", self.tr("Add an empty tree\u2026"))
        self._call = button(
            self, "call_add", self.tr("Add who starts the tree\u2026"), Look.PRIMARY
        )
        self._paste = button(self, "call_paste", self.tr("Paste names"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for made in (self._build, self._tree, self._call, self._paste):
            row.addWidget(made)
        row.addStretch(1)
        self.add(self._said)
        self.body.addLayout(row)
        self._build.clicked.connect(self.build_wanted)
        self._tree.clicked.connect(self.tree_wanted)
        self._call.clicked.connect(self.call_wanted)
        self._paste.clicked.connect(self.paste_wanted)

    def show_no_tree(self, *, roles: bool, read_only: bool) -> None:
        """There is no tree in the plan."""
        self.set_title(self.tr("Nobody is called yet"))
        if roles:
            said = self.tr(
                "A communication tree says who calls whom, by which ways and how soon. Begin with "
                "one made from the roles of the plan: whoever leads an incident calls one role of "
                "each level, and these call the others. You can change all of it."
            )
        else:
            said = self.tr(
                "A communication tree says who calls whom, by which ways and how soon. Name the "
                "roles of the response first, or begin with an empty tree."
            )
        self._said.setText(said)
        self._offer(build=roles and not read_only, tree=not read_only)

    def show_no_call(self, *, read_only: bool) -> None:
        """The chosen tree is empty."""
        self.set_title(self.tr("This tree is empty"))
        self._said.setText(
            self.tr(
                "Add whoever starts it. You can also copy names elsewhere, one a line and indented "
                "below who calls them, or two columns of a table with caller and called, and paste "
                "them here."
            )
        )
        self._offer(call=not read_only, paste=not read_only)

    def _offer(
        self, *, build: bool = False, tree: bool = False, call: bool = False, paste: bool = False
    ) -> None:
        self._build.setVisible(build)
        self._tree.setVisible(tree)
        self._call.setVisible(call)
        self._paste.setVisible(paste)


def centred(parent: QWidget, card: EmptyCard) -> QWidget:
    """A page with `card` in its upper middle."""
    made = QWidget(parent)
    card.setParent(made)
    column = QVBoxLayout(made)
    column.setContentsMargins(px(32), px(48), px(32), px(32))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, 4)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return made
