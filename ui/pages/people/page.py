"""The page People & roles: people, parties outside, roles and who answers for what, in tabs."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from app.services.people.rounds import Round
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.page import Page
from ui.pages.people.contact_tab import ContactTab
from ui.pages.people.edits import PeopleEdits
from ui.pages.people.parties_tab import PartiesTab
from ui.pages.people.people_tab import PeopleTab
from ui.pages.people.raci_holder import RaciHolder
from ui.pages.people.roles_tab import RolesTab
from ui.pages.people.tab import RecordsTab
from ui.widgets.labels import Role, label
from ui.widgets.tabs import page_tabs
from ui.widgets.tokens import px

TABLES: Final = (".csv", ".vcf", ".tsv")
"""How files end that people are read from."""
_TABS: Final = {Kind.PERSON: PeopleTab, Kind.PARTY: PartiesTab, Kind.ROLE: RolesTab}
WATCHED: Final = frozenset(
    {
        *_TABS,
        Kind.RACI,
        Kind.TREE,
        Kind.TREE_NODE,
        Kind.OBLIGATION,
        Kind.SEVERITY,
        Kind.STEP,
        Kind.SECTION,
        Kind.ACCEPTED,
        Kind.UPKEEP,
    }
)
"""Kinds whose records are shown here, name those that are, or change what is said of them."""


class PeoplePage(Page):
    """A tab is built when it is first turned to, and refreshed only while it is seen."""

    title = str(QT_TRANSLATE_NOOP("Page", "People & roles"))
    icon = "users"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("people_page")
        self.setAcceptDrops(not bridge.read_only)
        self._desk = desk
        self._edits = PeopleEdits(bridge, desk)
        self._built: dict[Kind, RecordsTab] = {}
        self._stale: set[Kind] = {*_TABS, Kind.RACI}
        self._round: Round | None = None
        self.dialog: QDialog | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._refresh_counts()

    def tab(self, kind: Kind) -> RecordsTab:
        """The tab of a kind, built if need be."""
        if kind not in self._built:
            made = _TABS[kind](self._edits, self._holders[kind])
            made.navigate.connect(self.navigate)
            if isinstance(made, ContactTab):
                made.import_wanted.connect(self._on_import)
            if isinstance(made, PeopleTab):
                made.round_wanted.connect(self._on_round)
            column = QVBoxLayout(self._holders[kind])
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(made)
            self._built[kind] = made
        return self._built[kind]

    @override
    def panes(self) -> tuple[QWidget, ...]:
        kind = self._kind
        if kind is None:
            return (self.tabs.tabBar(), *self._raci.panes())
        tab = self.tab(kind)
        return (self.tabs.tabBar(), tab.card, tab.inspector)

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        if kind is Kind.RACI:
            self.tabs.setCurrentWidget(self._raci)
            self._raci.reveal(kind, record, field)
        elif kind in _TABS:
            self.tabs.setCurrentWidget(self._holders[kind])
            self._stale.discard(kind)
            self.tab(kind).choose(record, field)

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        kind = self._kind
        key = self._raci.key if kind is None else self.tab(kind).inspector.key
        return None if key is None else (kind or Kind.RACI, key)

    @override
    def take(self, path: Path) -> None:
        self._import(self._kind or Kind.PERSON, path)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _table_in(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _table_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    @property
    def _kind(self) -> Kind | None:
        """What the tab shows that is seen."""
        shown = self.tabs.currentWidget()
        return next((kind for kind, holder in self._holders.items() if holder is shown), None)

    def _build(self) -> None:
        self.tabs = page_tabs(self, "people_tabs", self.tr("People & roles"))
        self._holders = {kind: QWidget(self.tabs) for kind in _TABS}
        for holder in self._holders.values():
            self.tabs.addTab(holder, "")
        self._raci = RaciHolder(self.bridge, self._desk, self.tabs)
        self._raci.navigate.connect(self.navigate)
        self.tabs.addTab(self._raci, "")
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(22), px(32), px(22))
        column.setSpacing(px(4))
        column.addWidget(label(self, self.tr("People & roles"), Role.H1))
        said = self.tr("Who acts in an incident, how to reach them, and who answers for what.")
        column.addWidget(label(self, said, Role.BODY, wrap=True))
        column.addSpacing(px(6))
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.tabs.currentChanged.connect(self._refresh)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """Tabs that are not seen wait; an undo turns to the tab of what came back."""
        if change.kinds.isdisjoint(WATCHED):
            return
        self._stale |= {*_TABS, Kind.RACI}
        if not self.isVisible():
            return
        mine = [one.kind for one in change.changes if one.kind in _TABS]
        if not change.origin and mine and self._kind not in mine:
            self.tabs.setCurrentWidget(self._holders[mine[0]])
        elif not change.origin and not mine and change.ids(Kind.RACI):
            self._stale.discard(Kind.RACI)
            self.tabs.setCurrentWidget(self._raci)
        kind = self._kind or Kind.RACI
        self._stale.discard(kind)
        if kind in _TABS:
            self.tab(kind).follow(change)
        else:
            self._raci.follow(change)
        self._refresh_counts()

    @Slot()
    def _refresh(self) -> None:
        kind = self._kind or Kind.RACI
        if self.isVisible() and kind in self._stale:
            self._stale.discard(kind)
            if kind in _TABS:
                self.tab(kind).refresh()
            else:
                self._raci.refresh()
        self._refresh_counts()

    def _refresh_counts(self) -> None:
        words = {
            Kind.PERSON: self.tr("People"),
            Kind.PARTY: self.tr("Parties outside"),
            Kind.ROLE: self.tr("Roles"),
        }
        for at, kind in enumerate(_TABS):
            count = len(self.bridge.plan.table(kind))
            self.tabs.setTabText(at, f"{words[kind]} {count}" if count else words[kind])
        count, title = len(self.bridge.plan.raci), self.tr("RACI")
        self.tabs.setTabText(len(_TABS), f"{title} {count}" if count else title)

    @Slot()
    def _on_find(self) -> None:
        """Go to the words of the filter, on the first tab where the shown one has none."""
        if self._kind is None:
            self._raci.begin_filter()
            return
        tab = self.tab(self._kind)
        if not isinstance(tab, ContactTab):
            self.tabs.setCurrentWidget(self._holders[Kind.PERSON])
            tab = self.tab(Kind.PERSON)
        if isinstance(tab, ContactTab):
            tab.filter.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            tab.filter.words.selectAll()

    @Slot(object)
    def _on_import(self, kind: Kind) -> None:
        self._import(kind, None)

    def _import(self, kind: Kind, source: Path | None) -> None:
        from ui.dialogs.importing import ImportDialog

        self._open(ImportDialog(self.bridge, self._desk, kind, self, source))

    @Slot()
    def _on_round(self) -> None:
        from ui.dialogs.verification import VerificationDialog

        dialog = VerificationDialog(self.bridge, self._desk, self, self._round)
        dialog.moved_on.connect(self._on_moved_on)
        self._open(dialog)

    @Slot(object)
    def _on_moved_on(self, round_: Round) -> None:
        self._round = round_

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _table_in(event: QDropEvent) -> Path | None:
    """The one file with people in it that is carried; None when something else is."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    found = [path for path in paths if path.suffix.lower() in TABLES]
    return found[0] if len(found) == 1 == len(paths) else None
