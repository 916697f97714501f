"""The playbooks of the library: what each does, and what it would bring to the plan."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.plan.changes import apply
from app.domain.plan.ids import RecordId
from app.services.playbooks.offering import Offer, adopted, offers
from app.services.playbooks.picture import FlowPicture
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.record_words import choice_text
from ui.pages.playbooks.flow_tab import flow_width
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import line
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, LIST_PX = 1120, 760, 300
BESIDE_PX = 60
"""The dialog leaves so much of the window free."""
_KEY = Qt.ItemDataRole.UserRole


class LibraryDialog(QDialog):
    """Ticked playbooks are added; the one walked to is shown."""

    given = Signal(object)
    """Carries the ids of the playbooks to add."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playbook_library_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add playbooks from the library"))
        room = parent.window().size()
        self.resize(
            min(px(WIDTH_PX), room.width() - px(BESIDE_PX)),
            min(px(HEIGHT_PX), room.height() - px(BESIDE_PX)),
        )
        self._bridge, self._desk = bridge, desk
        self._offers = {str(one.playbook.id): one for one in offers(bridge.plan, bridge.template)}
        self._build()
        self._fill()
        self._lay_out()
        self._connect()
        self.list.setCurrentRow(self._first_new())
        self._count()
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[RecordId, ...]:
        """The playbooks that are to be added."""
        return tuple(
            RecordId(item.data(_KEY))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def tick(self, key: str) -> None:
        """Tick a playbook by its id."""
        for item in self._items():
            if item.data(_KEY) == key and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(Qt.CheckState.Checked)

    def _items(self) -> tuple[QListWidgetItem, ...]:
        return tuple(self.list.item(row) for row in range(self.list.count()))

    def _first_new(self) -> int:
        """The first playbook that can be added; the first of all when the plan has each."""
        new = (at for at, offer in enumerate(self._offers.values()) if not offer.present)
        return next(new, 0)

    def _fill(self) -> None:
        for key, offer in self._offers.items():
            name = offer.playbook.name
            item = QListWidgetItem(name, self.list)
            item.setData(_KEY, key)
            if offer.present:
                item.setText(self.tr("{0} (in the plan)").format(name))
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            else:
                item.setCheckState(Qt.CheckState.Unchecked)

    def _build(self) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("library_list")
        self.list.setAccessibleName(self.tr("Playbooks of the library"))
        self.list.setProperty("plain", "true")
        self.list.setWordWrap(True)
        self.list.setSpacing(px(2))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name = label(self, "", Role.H2, wrap=True)
        self._trigger = label(self, "", Role.BODY, wrap=True)
        self._brings = label(self, "", Role.STRONG, wrap=True)
        self._brings.setObjectName("library_brings")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setObjectName("library_tabs")
        self._told = ScrollBody(self, "library_steps")
        self._told.content.setContentsMargins(0, px(8), px(8), px(8))
        self._told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told.setAccessibleName(self.tr("Steps"))
        self._steps: QLabel = paragraph(self._told.body)
        self._told.content.addWidget(self._steps)
        self._told.content.addStretch(1)
        self._flow = DrawingView(self, "library_flow")
        self._flow.setAccessibleName(self.tr("Flow of the playbook"))
        self.tabs.addTab(self._told, self.tr("Steps"))
        self.tabs.addTab(self._flow, self.tr("Flow"))
        self._close = button(self, "library_close", self.tr("Cancel"))
        self._add = button(self, "library_add", "", Look.PRIMARY)

    def _lay_out(self) -> None:
        self.list.setFixedWidth(px(LIST_PX))
        shown = QVBoxLayout()
        shown.setSpacing(px(6))
        for part in (self._name, self._trigger, self._brings):
            shown.addWidget(part)
        shown.addWidget(self.tabs, 1)
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self.list)
        middle.addWidget(line(self, vertical=True))
        middle.addLayout(shown, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        said = self.tr("Tick with Space. Everything can be changed once it is in the plan.")
        foot.addWidget(label(self, said, Role.HINT, wrap=True), 1)
        foot.addWidget(self._close)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(label(self, self.windowTitle(), Role.H1, wrap=True))
        column.addLayout(middle, 1)
        column.addWidget(line(self))
        column.addLayout(foot)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show)
        self.list.itemChanged.connect(self._count)
        self.tabs.currentChanged.connect(self._draw)
        self._close.clicked.connect(self.reject)
        self._add.clicked.connect(self._on_add)

    @Slot()
    def _count(self) -> None:
        count = len(self.ticked)
        words = counted(count, self.tr("Add 1 playbook"), self.tr("Add {n} playbooks"))
        set_button_text(self._add, words if count else self.tr("Add"))
        self._add.setEnabled(bool(count))

    @Slot()
    def _show(self) -> None:
        offer = self._offer()
        if offer is None:
            return
        self._name.setText(offer.playbook.name)
        self._trigger.setText(offer.playbook.trigger)
        self._brings.setText(self._brought(offer))
        set_paragraph(self._steps, self._told_steps(offer))
        self._draw()

    def _offer(self) -> Offer | None:
        return self._offers.get(str(self.list.currentIndex().data(_KEY)))

    def _brought(self, offer: Offer) -> str:
        if offer.present:
            return self.tr("This playbook is in the plan already.")
        steps = counted(len(offer.steps), self.tr("1 step"), self.tr("{n} steps"))
        told = [self.tr("Brings {0}.").format(steps)]
        if offer.messages:
            names = ", ".join(item.name for item in offer.messages)
            told.append(
                self.tr("Prepared messages the plan lacks come with it: {0}.").format(names)
            )
        if offer.roles:
            names = ", ".join(item.name for item in offer.roles)
            said = self.tr("Roles the plan lacks come with it, held by nobody yet: {0}.")
            told.append(said.format(names))
        return " ".join(told)

    def _told_steps(self, offer: Offer) -> str:
        told: list[str] = []
        phase = None
        for number, step in enumerate(offer.steps, 1):
            if step.phase is not phase:
                phase = step.phase
                told.append(f"\u2014 {choice_text(phase)}")
            within = f" ({step.within})" if step.within is not None else ""
            told.append(f"{number}. {step.action}{within}")
        return "\n".join(told)

    @Slot()
    def _draw(self) -> None:
        """The flow is drawn when it is turned to."""
        offer = self._offer()
        if offer is None or self.tabs.currentWidget() is not self._flow:
            return
        plan, key = self._bridge.plan, offer.playbook.id
        with_it = apply(plan, adopted(plan, self._bridge.template, [key]))
        room = flow_width(self._flow)
        playbook = with_it.playbooks[key]
        picture: FlowPicture = self._desk.workshop.playbook_flow(with_it, playbook, room)
        self._flow.show_drawing(picture.drawing, picture.told)

    @Slot()
    def _on_add(self) -> None:
        keys = self.ticked
        self.accept()
        self.given.emit(keys)
