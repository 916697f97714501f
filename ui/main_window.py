"""The window: brings pages, dialogs and the desk together, and moves between them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.settings import Appearance, Settings
from ui.bridge.desk import ENDING, REQUEST, Desk
from ui.bridge.due import DueWatch, count_text
from ui.bridge.session import PlanBridge
from ui.bridge.theme import apply_theme, theme, tokens
from ui.bridge.tokens import Tokens
from ui.bridge.window_state import WindowState
from ui.dialogs.doors import Doors
from ui.dialogs.guide_file import guide_file
from ui.dialogs.palette_door import PaletteDoor
from ui.dialogs.troubles import Troubles
from ui.models.areas import SHORTCUTS, nav_areas
from ui.models.targets import Place, area_of, place_of
from ui.pages.page import Page
from ui.pages.plan_bar import PlanBar
from ui.pages.stack import PageStack
from ui.pages.welcome import WelcomePage
from ui.widgets.frame import Frame
from ui.widgets.icons import icon
from ui.widgets.nav import NavItem
from ui.widgets.panes import focus_into, focus_next_pane

LEAST_WIDTH, LEAST_HEIGHT = 1024, 680
FIRST_WIDTH, FIRST_HEIGHT = 1440, 900
HOME = "overview"
SIGNED = (".pdf", ".docx")
"""How files end that may carry signatures."""


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
        command = self._commands.get(kind)
        if command is not None:
            command()
        elif self._pages is None:
            return
        elif kind in self._pages.keys:
            self._go(kind)
        elif kind == "file":
            self._verify(Path(rest))
        elif kind == "finding":
            self._go_to_finding(rest)
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
            "undo": self._on_undo,
            "redo": self._on_redo,
            "theme": self._on_theme,
            "settings": self._doors.settings,
            "help": self._doors.guide,
            "about": self._doors.about,
            "sample": self.desk.open_sample,
        }
        keys = QKeySequence.StandardKey
        self._act("new", self.tr("New plan\u2026"), QKeySequence(keys.New))
        self._act("open", self.tr("Open a plan\u2026"), QKeySequence(keys.Open))
        self._act("request", self.tr("Open a request\u2026"), QKeySequence())
        self._act("copy", self.tr("Save a copy\u2026"), QKeySequence(keys.SaveAs))
        self._act("close", self.tr("Close this plan"), QKeySequence("Ctrl+W"))
        self._act("export", self.tr("Export\u2026"), QKeySequence("Ctrl+E"))
        self._undo = self._act("undo", self.tr("Undo"), QKeySequence("Ctrl+Z"))
        self._redo = self._act("redo", self.tr("Redo"), QKeySequence("Ctrl+Y"))
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._act("settings", self.tr("Settings\u2026"), QKeySequence("Ctrl+,"))
        self._act("about", self.tr("About irplan"), QKeySequence())
        if guide_file() is not None:
            self._act("help", self.tr("Help"), QKeySequence(keys.HelpContents))
        self._key("Ctrl+K", self._on_palette)
        self._key("F6", partial(self._on_pane, 1))
        self._key("Shift+F6", partial(self._on_pane, -1))
        self._key("Ctrl+Q", self.close)
        for area, digit in SHORTCUTS.items():
            self._key(digit, partial(self.navigate, area))

    def _act(self, target: str, text: str, keys: QKeySequence) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action_{target}")
        action.setShortcut(keys)
        action.triggered.connect(partial(self.navigate, target))
        self.addAction(action)
        return action

    def _key(self, keys: str, do: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(do)
        self.addAction(action)

    def _build_frame(self) -> None:
        self._frame = Frame(self)
        self.setCentralWidget(self._frame)
        self._troubles.use(self._frame.banner)
        bar = self._frame.top_bar
        bar.search.clicked.connect(self._on_palette)
        bar.undo.clicked.connect(self._on_undo)
        bar.redo.clicked.connect(self._on_redo)
        bar.theme.clicked.connect(self._on_theme)
        bar.export.clicked.connect(self._on_export)
        self._show_theme(tokens())
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
        export = NavItem("export", self.tr("Export"), "download", "Ctrl+E", action=True)
        areas = (*nav_areas(), export)
        guide = NavItem("help", self.tr("Help & guidance"), "circle-help", "F1", action=True)
        settings = NavItem("settings", self.tr("Settings"), "settings", "Ctrl+,", action=True)
        low = (guide, settings) if guide_file() is not None else (settings,)
        self._frame.nav.set_items(areas, low)
        self._frame.nav.chosen.connect(self.navigate)
        self._frame.nav.plan_button.setMenu(self._plan_menu())
        self._on_due()

    def _plan_menu(self) -> QMenu:
        menu = QMenu(self._frame.nav.plan_button)
        for name in ("new", "open", "request", "copy", "close", "", "settings", "about"):
            action = self.findChild(QAction, f"action_{name}") if name else None
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def _connect(self) -> None:
        self.desk.opened.connect(self._on_opened)
        self.desk.closed.connect(self._on_closed)
        self.desk.settings_changed.connect(self._on_settings)
        self.due.changed.connect(self._on_due)
        self._doors.navigate.connect(self.navigate)
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
        self._plan_bar = PlanBar(self._frame, bridge, self._undo, self._redo)
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
        page = self._pages.go(key)
        self._target = key
        self._frame.nav.set_current(key)
        self._frame.top_bar.title.show_text(self._title_of(page))
        return page

    def _title_of(self, page: Page) -> str:
        return QApplication.translate("Page", page.title)

    def _reveal(self, place: Place) -> None:
        page = self._go(place.area)
        if page is not None:
            page.reveal(place.kind, place.record, place.field)

    def _go_to_finding(self, key: str) -> None:
        judged = self.desk.bridge.judgement if self.desk.bridge is not None else None
        found = (*judged.findings(), *judged.findings(accepted=True)) if judged is not None else ()
        for finding in found:
            if finding.key == key:
                self._reveal(Place(Kind.SECTION, RecordId(finding.section)))
                area = area_of(finding.kind)
                self._reveal(Place(finding.kind, finding.record, finding.field, area))
                return

    @Slot()
    def _on_palette(self) -> None:
        if self.desk.bridge is not None:
            self._palette.open(self.desk.bridge)

    def _on_pane(self, step: int) -> None:
        frame = self._frame
        page = frame.stack.currentWidget()
        inner = page.panes() if isinstance(page, Page) else (page,)
        bars = (frame.nav.areas, frame.top_bar.search) if frame.has_nav else ()
        focus_next_pane((frame.banner, *bars, *inner), step)

    # --- commands ---------------------------------------------------------------------------------

    @Slot()
    def _on_undo(self) -> None:
        if self.desk.bridge is not None:
            self.desk.bridge.undo()

    @Slot()
    def _on_redo(self) -> None:
        if self.desk.bridge is not None:
            self.desk.bridge.redo()

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
        self._show_theme(now)
        if now.scale != self._scale:
            self._scale = now.scale
            QTimer.singleShot(0, self, self._rebuild)

    def _show_theme(self, now: Tokens) -> None:
        button = self._frame.top_bar.theme
        button.setIcon(icon("sun" if now.dark else "moon"))
        said = self.tr("Light appearance") if now.dark else self.tr("Dark appearance")
        button.setToolTip(said)
        button.setAccessibleName(said)

    def _rebuild(self) -> None:
        """Sizes are fixed when widgets are built, so another scale needs new ones."""
        self._palette.forget()
        self._pages = None
        self._plan_bar = None
        self._build_frame()
        self._show_desk()

    # --- closing and what Qt tells ----------------------------------------------------------------

    def _ask_about_unsaved(self, discard: Callable[[], None]) -> None:
        from ui.dialogs.question import QuestionDialog

        question = QuestionDialog(
            self,
            self.tr("Your last edits are not saved"),
            self.tr("The reason stands at the top of the window. Closing now loses these edits."),
            (
                ("keep", self.tr("Keep it open")),
                ("discard", self.tr("Close without saving")),
            ),
        )
        question.answered.connect(partial(self._on_unsaved_answer, discard))
        question.open()

    def _on_unsaved_answer(self, discard: Callable[[], None], answer: str) -> None:
        if answer == "discard":
            discard()

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
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _taken_from(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _taken_from(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.lower() in SIGNED:
            self._verify(path)
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


def _taken_from(event: QDropEvent) -> Path | None:
    """The first plan, request or signed file that is dropped."""
    files = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    known = (ENDING, REQUEST, *SIGNED)
    return next((file for file in files if file.suffix.lower() in known), None)
