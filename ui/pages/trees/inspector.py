"""The details of the call that is chosen: who, by which ways, how soon, before and after whom."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, ChannelKind, Party
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget, TreeNode
from app.services.trees.called import people_called, record_called
from ui.bridge.session import PlanBridge
from ui.dialogs.comments.opener import CommentsOpener
from ui.dialogs.record.entries.entry import Entry, NotUsable
from ui.dialogs.record.entries.texts import LineEntry, LinesEntry, SpanEntry
from ui.pages.trees.channel_rows import ChannelRows
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.finding_boxes import FindingBoxes
from ui.pages.trees.shown import ShownTree
from ui.widgets.buttons import Look, icon_button
from ui.widgets.cards import line
from ui.widgets.elided_button import ElidedButton
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import font_px, px
from ui.widgets.tree_canvas.face import AVATARS, CanvasCard

WIDTH_PX = 320


class Inspector(ScrollBody):
    """Shows one call; every field can be edited where it stands."""

    who_wanted = Signal()
    """Somebody else is to be called."""
    call_wanted = Signal(str)
    """Another call is to be shown; carries its key."""

    def __init__(self, bridge: PlanBridge, edits: TreeEdits, parent: QWidget) -> None:
        super().__init__(parent, "tree_inspector")
        self.setProperty("bar", "side")
        self.setAccessibleName(self.tr("Details of the call"))
        self.setFixedWidth(px(WIDTH_PX))
        self._bridge = bridge
        self._edits = edits
        self._key: RecordId | None = None
        self._links: list[QWidget] = []
        self._build()
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_nothing(self) -> None:
        """No call is chosen."""
        self._key = None
        self._inside.hide()
        self._empty.show()

    def show_call(self, plan: Plan, shown: ShownTree, key: RecordId) -> None:
        """Show the call `key` of the tree; inputs one writes in keep what they say."""
        node = shown.forest.nodes.get(key)
        card = next((card for card in shown.cards if card.key == key), None)
        if node is None or card is None:
            self.show_nothing()
            return
        other, self._key = key != self._key, key
        self._empty.hide()
        self._inside.show()
        self._show_head(card)
        self.comments.show_about((Kind.TREE_NODE, key))
        self._channels.show_channels(node.channels, _contact(plan, node))
        self._name_field.setVisible(node.target is NodeTarget.GROUP)
        for entry, value in self._values(node):
            if other or not entry.input.hasFocus():
                entry.show_value(value)
        if other:
            self._allowed_field.show_problem("")
        self._show_links(shown, key)
        self.findings.show_findings(shown.findings[key])

    def focus_first(self) -> None:
        """Let one write: into the name of a group, else into the time."""
        group = self._name_field.isVisible()
        entry = self._name if group else self._allowed
        entry.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        body = self.body
        self._empty = label(
            body, self.tr("Choose a call to see its details."), Role.HINT, wrap=True
        )
        self._inside = QWidget(body)
        self._disc = _Disc(self._inside)
        self._title = label(self._inside, "", Role.H2, wrap=True)
        self._title.setObjectName("call_title")
        self._lines = label(self._inside, "", Role.BODY, wrap=True)
        self._lines.setObjectName("call_lines")
        said = self.tr("Call somebody else")
        self._who = icon_button(self._inside, "call_who", "pencil", said)
        read_only = self._bridge.read_only
        self._who.setVisible(not read_only)
        self.comments = CommentsOpener(self._bridge, "call_comments", self._inside)
        self._channels = ChannelRows(self._inside, read_only=read_only)
        self._name, self._allowed = LineEntry(self._inside), SpanEntry(self._inside)
        self._otherwise = LinesEntry(self._inside, listing=False)
        self._name_field = self._field(self._name, self.tr("Name of the group"))
        self._allowed_field = self._field(self._allowed, self.tr("Time to answer"))
        self._otherwise_field = self._field(self._otherwise, self.tr("If nobody answers"))
        self._allowed.line.setPlaceholderText(self.tr("Such as 15 minutes"))
        self._by = QVBoxLayout()
        self._next = QVBoxLayout()
        self.findings = FindingBoxes(self._bridge, self._inside)

    def _field(self, entry: Entry, caption: str) -> Field:
        made = Field(self._inside, caption, entry.input, box=entry)
        entry.setEnabled(not self._bridge.read_only)
        return made

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(self._title)
        names.addWidget(self._lines)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for tool in (self.comments.button, self._who):
            tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(tools)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addLayout(head)
        column.addWidget(line(self._inside))
        column.addWidget(self._channels)
        column.addWidget(line(self._inside))
        for field in (self._name_field, self._allowed_field, self._otherwise_field):
            column.addWidget(field)
        self._by_head = label(self._inside, self.tr("Called by"), Role.H3)
        self._next_head = label(self._inside, self.tr("Calls next"), Role.H3)
        for heading, box in ((self._by_head, self._by), (self._next_head, self._next)):
            box.setSpacing(px(2))
            column.addWidget(heading)
            column.addLayout(box)
        column.addWidget(self.findings)
        self.content.setContentsMargins(px(18), px(20), px(18), px(20))
        self.content.addWidget(self._empty)
        self.content.addWidget(self._inside)
        self.content.addStretch(1)

    def _connect(self) -> None:
        self._who.clicked.connect(self.who_wanted)
        self._channels.changed.connect(self._on_channels)
        self._name.edited.connect(partial(self._on_edited, "name", self._name))
        self._otherwise.edited.connect(partial(self._on_edited, "if_no_answer", self._otherwise))
        self._allowed.edited.connect(partial(self._on_edited, "allowed", self._allowed))
        self._allowed.line.editingFinished.connect(self._on_time_left)
        for entry in (self._name, self._allowed):
            entry.line.editingFinished.connect(self._bridge.end_merge)

    def _values(self, node: TreeNode) -> tuple[tuple[Entry, Any], ...]:
        return (
            (self._name, node.name),
            (self._allowed, node.allowed),
            (self._otherwise, node.if_no_answer),
        )

    def _show_head(self, card: CanvasCard) -> None:
        face = card.face
        self._title.setText(face.title)
        mark = self.tr("Told from {0} on").format(face.mark_text) if face.mark_text else ""
        self._lines.setText("\n".join(part for part in (*face.lines, mark) if part))
        self._disc.show_initials(face.initials, face.ground)

    def _show_links(self, shown: ShownTree, key: RecordId) -> None:
        for made in self._links:
            made.hide()
            made.deleteLater()
        self._links = []
        above = shown.forest.parent(key)
        start = self._lost if key in shown.forest.cut else self._start
        self._fill(self._by, shown, () if above is None else (above,), start)
        below = shown.forest.below.get(key, ())
        self._fill(self._next, shown, below, self._end)

    def _fill(
        self,
        box: QVBoxLayout,
        shown: ShownTree,
        keys: tuple[RecordId, ...],
        none: Callable[[], str],
    ) -> None:
        for key in keys:
            made = ElidedButton(self._inside, f"call_link_{key}", Look.LINK)
            made.show_text(shown.rows[key].who)
            made.button.clicked.connect(partial(self.call_wanted.emit, str(key)))
            box.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            self._links.append(made)
        if not keys:
            said = label(self._inside, none(), Role.BODY, wrap=True)
            box.addWidget(said)
            self._links.append(said)

    def _start(self) -> str:
        return self.tr("Nobody: the tree starts here.")

    def _lost(self) -> str:
        return self.tr("Nobody: the call it hangs under is never made.")

    def _end(self) -> str:
        return self.tr("Nobody.")

    @Slot(object)
    def _on_channels(self, kinds: tuple[ChannelKind, ...]) -> None:
        if self._key is not None:
            self._edits.order_channels(self._key, kinds)

    def _on_edited(self, field: str, entry: Entry) -> None:
        """A span half typed is no span yet; it is complained of when one leaves it."""
        if self._key is None:
            return
        try:
            value = entry.value()
        except NotUsable:
            return
        self._allowed_field.show_problem("")
        self._edits.restate(self._key, f"tree/{self._key}/{field}", **{field: value})

    @Slot()
    def _on_time_left(self) -> None:
        try:
            self._allowed.value()
        except NotUsable as problem:
            self._allowed_field.show_problem(str(problem))


class _Disc(QWidget):
    """The disc with initials, as on the card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(px(44), px(44))
        self._initials, self._ground = "", 0

    def show_initials(self, initials: str, ground: int) -> None:
        """Show other letters."""
        self._initials, self._ground = initials, ground
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(AVATARS[self._ground % len(AVATARS)]))
        painter.drawEllipse(QRectF(self.rect()))
        font = QFont(self.font())
        font.setPixelSize(font_px(15))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()


def _contact(plan: Plan, node: TreeNode) -> tuple[Channel, ...]:
    """The channels of whoever is called first."""
    found = record_called(plan, node)
    if isinstance(found, Party):
        return found.channels
    people = people_called(plan, node)
    return people[0].channels if people else ()
