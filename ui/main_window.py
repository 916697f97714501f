"""The window: brings pages, dialogs and the desk together, and moves between them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

from app.services.settings import Appearance, Settings
from ui.bridge.desk import Desk
from ui.bridge.due import DueWatch, count_text
from ui.bridge.session import PlanBridge
from ui.bridge.theme import apply_theme, theme, tokens
from ui.bridge.tokens import Tokens
from ui.bridge.window_state import WindowState
from ui.dialogs.doors import Doors
from ui.dialogs.palette_door import PaletteDoor
from ui.dialogs.troubles import Troubles
from ui.models.areas import SHORTCUTS
from ui.models.targets import Place, place_of
from ui.pages.page import Page
from ui.pages.plan_bar import PlanBar
from ui.pages.shell.actions import WindowActions
from ui.pages.shell.chapters import CHAPTERS
from ui.pages.shell.drops import SIGNED, TABLES, may_take, taken_from, taking_area
from ui.pages.shell.find_door import FindDoor
from ui.pages.shell.navigation import fill_nav
from ui.pages.stack import PageStack
from ui.pages.welcome import WelcomePage
from ui.widgets.frame import Frame
from ui.widgets.panes import focus_into, focus_next_pane
from ui.widgets.passing_note import PassingNote

LEAST_WIDTH, LEAST_HEIGHT = 1024, 680
FIRST_WIDTH, FIRST_HEIGHT = 1440, 900
HOME = "overview"


class MainWindow(QMainWindow):
    """Shows the welcome page, or the areas of the open plan."""

    def __init__(self, desk: Desk, state: WindowState) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setAcceptDrops(True)
        self.desk = desk
        self._state = state
        self._target = HOME
        self._scale = tokens().scale
        self._pages: PageStack | None = None
        self._plan_bar: PlanBar | None = None
        self._doors = Doors(desk, self)
        self._troubles = Troubles(desk, self._doors)
        self._find = FindDoor(self)
        self._build_actions()
        self.due = DueWatch(desk, self)
        self._palette = PaletteDoor(self)
        self._palette.chosen.connect(self.navigate)
        self._build_frame()
        self._connect()
        self._show_desk()
        if not state.restore(self):
            self.resize(FIRST_WIDTH, FIRST_HEIGHT)

    @property
    def doors(self) -> Doors:
        """The dialogs."""
        return self._doors

    @Slot(str)
    def navigate(self, target: str) -> None:
        """Go to a page, a record or a finding, or run a command; see `Page.navigate`."""
        kind, _, rest = target.partition(":")
        command = self._commands.get(kind) if not rest else None
        if command is not None:
            command()
        elif self._pages is None:
            return
        elif kind in self._pages.keys:
            self._go(kind)
        elif kind in self._leads:
            self._leads[kind](rest)
        elif (place := place_of(target)) is not None:
            self._reveal(place)

    # --- building ---------------------------------------------------------------------------------

    def _build_actions(self) -> None:
        self._commands: dict[str, Callable[[], object]] = {
            "new": self._doors.new_plan,
            "open": self._doors.open_plan,
            "request": self._doors.open_request,
            "copy": self._doors.save_copy,
            "close": self._on_close_plan,
            "export": self._on_export,
            "evidence": self._doors.evidence,
            "import": self._doors.import_people,
            "undo": partial(self._step, again=False),
            "redo": partial(self._step, again=True),
            "theme": self._on_theme,
            "settings": self._doors.settings,
            "help": self._on_help,
            "comments": self._doors.comments,
            "comment": self._on_comment,
            "find": self._find.open,
            "about": self._doors.about,
            "sample": self.desk.open_sample,
        }
        self._leads: dict[str, Callable[[str], object]] = {
            "file": lambda path: self._verify(Path(path)),
            "finding": self._go_to_finding,
            "comment": lambda key: self._doors.comments(comment=key),
            "comments": lambda target: self._doors.comments(place_of(target)),
        }
        self._actions = WindowActions(self, self.navigate)
        self._actions.key("Ctrl+K", self._on_palette)
        self._actions.key("F3", partial(self._find.step, 1))
        self._actions.key("Shift+F3", partial(self._find.step, -1))
        self._actions.key("F6", partial(self._on_pane, 1))
        self._actions.key("Shift+F6", partial(self._on_pane, -1))
        self._actions.key("Ctrl+Q", self.close)
        for area, digit in SHORTCUTS.items():
            self._actions.key(digit, partial(self.navigate, area))

    def _build_frame(self) -> None:
        self._frame = Frame(self)
        self.setCentralWidget(self._frame)
        self._note = PassingNote(self._frame)
        self._find.use(self._frame)
        self._troubles.use(self._frame.banner)
        bar = self._frame.top_bar
        bar.search.clicked.connect(self._on_palette)
        bar.undo.clicked.connect(self._actions.undo.trigger)
        bar.redo.clicked.connect(self._actions.redo.trigger)
        bar.theme.clicked.connect(self._on_theme)
        bar.export.clicked.connect(self._on_export)
        bar.show_theme(dark=tokens().dark)
        self._welcome = WelcomePage(self.desk, self._frame.stack)
        self._welcome.new_asked.connect(self._doors.new_plan)
        self._welcome.open_asked.connect(self._doors.open_plan)
        self._welcome.request_asked.connect(self._doors.open_request)
        self._welcome.verify_asked.connect(self._on_verify_alone)
        self._welcome.settings_asked.connect(self._doors.settings)
        self._welcome.theme_asked.connect(self._on_theme)
        self._welcome.missed.connect(self._troubles.show_missing)
        self._frame.stack.addWidget(self._welcome)

    def _fill_nav(self) -> None:
        fill_nav(self._frame.nav)
        self._frame.nav.chosen.connect(self.navigate)
        self._frame.nav.plan_button.setMenu(self._actions.plan_menu(self._frame.nav.plan_button))
        self._on_due()

    def _connect(self) -> None:
        self.desk.opened.connect(self._on_opened)
        self.desk.closed.connect(self._on_closed)
        self.desk.settings_changed.connect(self._on_settings)
        self.due.changed.connect(self._on_due)
        self._doors.navigate.connect(self.navigate)
        self._doors.started.connect(self._on_started)
        self._troubles.navigate.connect(self.navigate)
        theme().changed.connect(self._on_theme_changed)

    # --- the open plan ----------------------------------------------------------------------------

    def _show_desk(self) -> None:
        bridge = self.desk.bridge
        if bridge is not None and not self._frame.has_nav:
            self._fill_nav()
        self._frame.show_bars(shown=bridge is not None)
        if bridge is None:
            self._frame.stack.setCurrentWidget(self._welcome)
            self.setWindowTitle(self.tr("irplan"))
            return
        self._pages = PageStack(self._frame.stack, bridge, self.desk)
        self._pages.navigate.connect(self.navigate)
        self._plan_bar = PlanBar(self._frame, bridge, self._actions.undo, self._actions.redo)
        self._plan_bar.navigate.connect(self.navigate)
        self._go(self._target)

    @Slot()
    def _on_due(self) -> None:
        if self._frame.has_nav:
            count = self.due.count
            self._frame.nav.set_badge(HOME, count, count_text(count))

    @Slot(object)
    def _on_opened(self, bridge: PlanBridge) -> None:
        self._frame.banner.hide()
        self._target = HOME
        bridge.saved.connect(self._troubles.on_saved)
        bridge.save_failed.connect(self._troubles.on_save_failed)
        self._show_desk()
        page = self._frame.stack.currentWidget()
        if page is not None:
            focus_into(page)

    @Slot()
    def _on_started(self) -> None:
        """A new plan begins with its questions."""
        page = self._go("interview")
        if page is not None:
            page.begin()

    @Slot()
    def _on_closed(self) -> None:
        if self._pages is not None:
            self._pages.discard()
            self._pages = None
        if self._plan_bar is not None:
            self._plan_bar.deleteLater()
            self._plan_bar = None
        self._palette.close()
        self._frame.banner.hide()
        self._show_desk()

    # --- moving about -----------------------------------------------------------------------------

    def _go(self, key: str) -> Page | None:
        if self._pages is None:
            return None
        if key != self._target:
            self._find.dismiss()
        page = self._pages.go(key)
        self._target = key
        self._frame.nav.set_current(key)
        self._frame.top_bar.title.show_text(QApplication.translate("Page", page.title))
        return page

    def _reveal(self, place: Place) -> None:
        page = self._go(place.area)
        if page is not None:
            page.reveal(place.kind, place.record, place.field)

    def _go_to_finding(self, key: str) -> None:
        from ui.models.finding_places import places_of_finding

        if self.desk.bridge is not None:
            for place in places_of_finding(self.desk.bridge.judgement, key):
                self._reveal(place)

    @Slot()
    def _on_palette(self) -> None:
        if self.desk.bridge is not None:
            self._palette.open(self.desk.bridge)

    @property
    def _page(self) -> Page | None:
        shown = self._frame.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @Slot()
    def _on_help(self) -> None:
        """Where the guide speaks of the page that is shown."""
        self._doors.guide(CHAPTERS[self._target] if self._page is not None else "")

    @Slot()
    def _on_comment(self) -> None:
        about = self._page.chosen_record() if self._page is not None else None
        self._doors.comments(None if about is None else Place(*about))

    def _on_pane(self, step: int) -> None:
        frame, page = self._frame, self._page
        inner = page.panes() if page is not None else (frame.stack,)
        bars = (frame.nav.areas, frame.top_bar.search) if frame.has_nav else ()
        focus_next_pane((frame.banner, *bars, *inner), step)

    # --- commands ---------------------------------------------------------------------------------

    def _step(self, *, again: bool) -> None:
        """Undo or redo, and go to where it is seen."""
        from ui.pages.shell.undoing import step

        bridge = self.desk.bridge
        undone = step(bridge, self._target, again=again) if bridge is not None else None
        if undone is None:
            return
        if undone.place is not None:
            self._reveal(undone.place)
        self._note.say(undone.said, "redo-2" if again else "undo-2")

    @Slot()
    def _on_export(self) -> None:
        bridge = self.desk.bridge
        if bridge is not None and (bridge.read_only or bridge.flush()):
            self._doors.export(bridge)

    @Slot()
    def _on_close_plan(self) -> None:
        if not self.desk.close():
            self._ask_about_unsaved(self.desk.abandon)

    @Slot()
    def _on_theme(self) -> None:
        chosen = Appearance.LIGHT if tokens().dark else Appearance.DARK
        self.desk.change_settings(replace(self.desk.settings, appearance=chosen))

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, settings.appearance, settings.scale)

    @Slot(object)
    def _on_theme_changed(self, now: Tokens) -> None:
        self._frame.top_bar.show_theme(dark=now.dark)
        if now.scale != self._scale:
            self._scale = now.scale
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        """Sizes are fixed when widgets are built, so another scale needs new ones."""
        self._palette.forget()
        self._pages = None
        self._plan_bar = None
        self._build_frame()
        self._show_desk()

    # --- closing and what Qt tells ----------------------------------------------------------------

    def _ask_about_unsaved(self, discard: Callable[[], None]) -> None:
        from ui.pages.shell.unsaved import ask_about_unsaved

        ask_about_unsaved(self, discard)

    def _leave(self) -> None:
        self.desk.abandon()
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.desk.close():
            event.ignore()
            self._ask_about_unsaved(self._leave)
            return
        self._state.keep(self)
        event.accept()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        bridge = self.desk.bridge if left else None
        if bridge is not None and not bridge.read_only and bridge.dirty:
            bridge.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.desk.bridge is not None:
            self._palette.close()
            return
        if event.matches(QKeySequence.StandardKey.Find):  # no action: pages may have this key
            self._find.open()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = taken_from(event)
        if path is not None and may_take(path, self.desk.bridge):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = taken_from(event)
        if path is None or not may_take(path, self.desk.bridge):
            return
        event.acceptProposedAction()
        if path.suffix.lower() in SIGNED:
            self._verify(path)
        elif path.suffix.lower() in TABLES:
            page = self._go(taking_area(path, self._target))
            if page is not None:
                page.take(path)
        else:
            self._doors.open_file(path)

    def _verify(self, path: Path) -> None:
        """On the page where there is one, else in a dialog."""
        page = self._go("verify")
        if page is None:
            self._verify_alone(path)
        else:
            page.take(path)

    @Slot()
    def _on_verify_alone(self) -> None:
        self._verify_alone(None)

    def _verify_alone(self, path: Path | None) -> None:
        from ui.pages.verify.dialog import VerifyDialog

        self._doors.show("verify", lambda: VerifyDialog(self.desk, self, path))
