"""The page Communication trees: canvas, outline and reachability of one tree, with its details."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.pages.page import Page
from ui.pages.trees.canvas_pane import CanvasPane
from ui.pages.trees.commands import Commands
from ui.pages.trees.deeds import TreeDeeds
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.empty import EmptyCard, centred
from ui.pages.trees.head import TreeHead
from ui.pages.trees.inspector import Inspector
from ui.pages.trees.outline_pane import TreeOutline
from ui.pages.trees.shown import CONCERNED, NO_TREE, by_record, shown_tree
from ui.widgets.banner import NoticeBanner, announce
from ui.widgets.buttons import icon_button
from ui.widgets.chips import Tone
from ui.widgets.tokens import px

if TYPE_CHECKING:
    from ui.pages.trees.reach.tab import ReachTab

WITH_DETAILS_FROM_PX = 1060
"""The page's width below which the details fold away (window of 1300 px)."""
REACH_AT = 2
"""The tab that tries whom the tree reaches; it is built when it is first turned to."""


class TreesPage(Page):
    """Shows one tree at a time; canvas and outline share what is chosen."""

    title = str(QT_TRANSLATE_NOOP("Page", "Communication trees"))
    icon = "network"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("trees_page")
        self._desk = desk
        self._tree: RecordId | None = None
        self._key: RecordId | None = None
        self._shown = NO_TREE
        self._stale = True
        self._details_wanted: bool | None = None
        self._edits = TreeEdits(bridge, self)
        self.deeds = TreeDeeds(bridge, self._edits, self)
        self._behind: set[CanvasPane | TreeOutline] = set()
        self._reach: ReachTab | None = None
        self._tried: RecordId | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._refresh()

    # --- what is shown ----------------------------------------------------------------------------

    def show_tree(self, tree: RecordId, key: RecordId | None = None) -> None:
        """Show the tree `tree` with the call `key` chosen."""
        self._tree, self._key = tree, key
        self._refresh()
        self._choose(key)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        reach = self._reach
        inside = (self.view,) if reach is None or self.view is not reach else reach.panes()
        return (self.banner, self.head, self.tabs, *inside, self.inspector)

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        plan = self.bridge.plan
        if kind is Kind.TREE and record in plan.trees:
            named = RecordId(field)
            self.show_tree(record, named if named in plan.tree_nodes else None)
        elif kind is Kind.TREE_NODE and (node := plan.tree_nodes.get(record)) is not None:
            if self.tabs.currentIndex() == REACH_AT:
                self.tabs.setCurrentIndex(0)
            self.show_tree(node.tree, record)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        if self._key is not None:
            return Kind.TREE_NODE, self._key
        return None if self._tree is None else (Kind.TREE, self._tree)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()
        if self._stale:
            self._refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        read_only = self.bridge.read_only
        self.banner = NoticeBanner(self, "trees_banner")
        self.head = TreeHead(self, read_only=read_only)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("tree_views")
        self.tabs.setAccessibleName(self.tr("Views of the tree"))
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget(self)
        self.canvas = CanvasPane(self._edits, self._stack, read_only=read_only)
        self.outline = TreeOutline(self._edits, self._stack, read_only=read_only)
        views = (self.canvas.canvas, self.outline)
        self.commands = Commands(self, views, read_only=read_only)
        self.canvas.set_commands(self.commands)
        self.canvas.setFocusProxy(self.canvas.canvas)
        self.tabs.addTab(self.tr("Canvas"))
        self.tabs.addTab(self.tr("Outline"))
        self.tabs.addTab(self.tr("Reachability"))
        said = self.tr("Show or hide the details")
        self._details = icon_button(self, "tree_details", "panel-right", said)
        self.inspector = Inspector(self.bridge, self._edits, self)
        self.empty = EmptyCard(self)

    def _lay_out(self) -> None:
        self._nothing = centred(self._stack, self.empty)
        for view in (self.canvas, self.outline, self._nothing):
            self._stack.addWidget(view)
        top = QHBoxLayout()
        top.setContentsMargins(px(24), px(8), px(16), px(4))
        top.setSpacing(px(8))
        top.addWidget(self.head, 1)
        top.addWidget(self.tabs)
        top.addWidget(self._details)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.banner)
        left.addLayout(top)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.inspector)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.head.chosen.connect(self._on_tree_chosen)
        self.head.wanted.connect(self.deeds.do_with_tree)
        self.tabs.currentChanged.connect(self._on_tab)
        self._details.clicked.connect(self._on_details)
        self.deeds.editor.placed.connect(self._on_record)
        self.deeds.asked.connect(self._on_asked)
        for view in (self.canvas.canvas, self.outline):
            view.chosen.connect(self._on_chosen)
            view.menu_wanted.connect(self._on_menu)
        self.canvas.canvas.opened.connect(self._on_opened)
        self.outline.rows.refused.connect(self._on_refused)
        self.inspector.who_wanted.connect(self.deeds.ask_instead)
        self.inspector.call_wanted.connect(self._on_link)
        self.inspector.comments.wanted.connect(self.navigate)
        self.inspector.findings.opened.connect(self._on_finding)
        self.inspector.findings.said.connect(self._on_done)
        self._edits.placed.connect(self._on_placed)
        self._edits.failed.connect(self._on_failed)
        self._edits.done.connect(self._on_done)
        self.empty.build_wanted.connect(self._on_begin)
        self.empty.tree_wanted.connect(partial(self.deeds.do_with_tree, "add"))
        self.empty.call_wanted.connect(self.deeds.ask_below)
        self.empty.paste_wanted.connect(self.deeds.paste)
        self.deeds.connect_to(self.commands)
        self.commands.connect_to("edit", self._on_edit)

    # --- refreshing -------------------------------------------------------------------------------

    def _refresh(self, *, begin: bool = False) -> None:
        self._stale = False
        plan = self.bridge.plan
        if self._tree not in plan.trees:
            self._tree, begin = next(iter(plan.trees), None), True
        self.head.show_trees(plan, self._tree)
        self.head.setVisible(self._tree is not None)
        if self._tree is None:
            self._shown = NO_TREE
            self.empty.show_no_tree(roles=bool(plan.roles), read_only=self.bridge.read_only)
        else:
            found = by_record(self.bridge.judgement.findings())
            self._shown = shown_tree(plan, self._tree, found)
            self.empty.show_no_call(read_only=self.bridge.read_only)
        if self._key not in self._shown.forest.nodes:
            self._key = None
        if begin and self._shown.cards:
            self._key = RecordId(self._shown.cards[0].key)
        for part in (self.tabs, self._details):
            part.setVisible(bool(self._shown.cards))
        self._behind = {self.canvas, self.outline}
        self._turn()
        self._show_details()

    def _begin_with(self, tree: RecordId | None) -> None:
        """Show a tree with its first call chosen: the details are not empty, and nothing moves."""
        self._tree, self._key = tree, None
        self._refresh(begin=True)

    @property
    def view(self) -> QWidget:
        """What is seen of the tree: the canvas, the outline, or what to do while it is empty."""
        return self._stack.currentWidget() or self._stack

    def _turn(self) -> None:
        """Turn to the view of the tab; without a call there is nothing to view."""
        at = self.tabs.currentIndex()
        self._catch_up()
        if not self._shown.cards:
            self._stack.setCurrentWidget(self._nothing)
        elif at == REACH_AT:
            self._stack.setCurrentWidget(self._reach_tab())
        else:
            self._stack.setCurrentWidget((self.canvas, self.outline)[at])

    def _catch_up(self) -> None:
        """Show the tree in the view that is seen; the other one follows when it is turned to."""
        view = (self.canvas, self.outline)[self.tabs.currentIndex() == 1]
        if view in self._behind:
            self._behind.discard(view)
            if view is self.outline:
                self.outline.show_tree(self.bridge.plan, self._shown, self._key)
            else:
                self.canvas.show_tree(self._shown, self._key)

    def _mark(self, *views: CanvasPane | TreeOutline) -> None:
        """Mark the chosen call in `views`, as far as these are up to date."""
        for view in views:
            if view not in self._behind:
                view.choose(self._key)

    def _reach_tab(self) -> QWidget:
        if self._reach is None:
            from ui.pages.trees.reach.tab import ReachTab

            self._reach = ReachTab(self.bridge, self._desk, self._stack)
            self._reach.chosen.connect(self._on_reached)
            self._stack.addWidget(self._reach)
        if self._tree is not None and self._tree != self._tried:
            self._tried = self._tree
            self._reach.show_tree(self._tree)
        return self._reach

    def _show_details(self) -> None:
        self.deeds.tree, self.deeds.key = self._tree, self._key
        self.commands.allow(call=self._key is not None, tree=self._tree is not None)
        if self._key is None:
            self.inspector.show_nothing()
        else:
            self.inspector.show_call(self.bridge.plan, self._shown, self._key)
        self._fold()

    def _choose(self, key: RecordId | None) -> None:
        """Choose a call in every view, and bring it into sight."""
        self._key = key if key in self._shown.forest.nodes else None
        self._mark(self.canvas, self.outline)
        self._show_details()

    def _fold(self) -> None:
        """Details stand beside the tree where there is room, unless somebody wants it otherwise."""
        roomy = self.width() >= px(WITH_DETAILS_FROM_PX)
        wide = roomy and self.tabs.currentIndex() != REACH_AT
        wanted = wide if self._details_wanted is None else self._details_wanted
        self.inspector.setVisible(wanted and bool(self._shown.cards))

    @Slot()
    def _on_tab(self) -> None:
        self._turn()
        self._fold()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.kinds.isdisjoint(CONCERNED):
            return
        if not self.isVisible():
            self._stale = True
            return
        if change.origin == "":
            self._go_to_change(change)
        else:
            self._refresh()

    def _go_to_change(self, change: Change) -> None:
        """After an undo, show the call that came back or changed, else the one above it."""
        nodes = self.bridge.plan.tree_nodes
        touched = [one.id for one in change.changes if one.kind is Kind.TREE_NODE]
        ids = dict.fromkeys(key for key in touched if key in nodes)
        top = next((key for key in ids if nodes[key].parent not in ids), next(iter(ids), None))
        gone = (one.before for one in change.changes if one.after is None)
        above = (getattr(node, "parent", None) for node in gone)
        key = top or next((one for one in above if one in nodes), None)
        if key is None:
            self._refresh()
        else:
            self.show_tree(nodes[key].tree, key)

    # --- choosing ---------------------------------------------------------------------------------

    @Slot(str)
    def _on_tree_chosen(self, tree: str) -> None:
        self._begin_with(RecordId(tree))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        """One view chose; the other follows."""
        self._key = RecordId(key) if key else None
        self._mark(self.canvas if self.sender() is self.outline else self.outline)
        self._show_details()

    @Slot(str)
    def _on_link(self, key: str) -> None:
        self._choose(RecordId(key))

    @Slot(object, object)
    def _on_reached(self, tree: RecordId, key: RecordId) -> None:
        """A row of the reachability was chosen; every view follows, none is turned to."""
        self._tried = tree
        self.show_tree(tree, key)

    @Slot(object)
    def _on_placed(self, key: RecordId | None) -> None:
        self._choose(key if key is not None else self._key)

    @Slot(object, object)
    def _on_record(self, kind: Kind, record: RecordId) -> None:
        self.reveal(kind, record)

    # --- commands ---------------------------------------------------------------------------------

    @Slot()
    def _on_edit(self) -> None:
        """In the details, or in a form where there is no room for them."""
        if self._key is None:
            return
        if self.inspector.isVisible() and not self.bridge.read_only:
            self.inspector.focus_first()
        else:
            self.deeds.editor.edit(Kind.TREE_NODE, self._key)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        self._choose(RecordId(key))
        self._on_edit()

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        self.commands.menu(self).popup(place)

    @Slot()
    def _on_begin(self) -> None:
        tree = self._edits.begin()
        if tree is not None:
            self._begin_with(tree)

    @Slot()
    def _on_asked(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saying -----------------------------------------------------------------------------------

    @Slot()
    def _on_details(self) -> None:
        self._details_wanted = not self.inspector.isVisible()
        self._fold()

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        self.navigate.emit(f"finding:{finding.key}")

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self.banner.show_notice(notice_of(error).text, Tone.WARNING)

    @Slot(str)
    def _on_refused(self, said: str) -> None:
        self.banner.show_notice(said, Tone.WARNING)

    @Slot(str)
    def _on_done(self, said: str) -> None:
        announce(self, said)
