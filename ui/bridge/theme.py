"""The look of the application: fonts, palette and style sheet, applied from one set of tokens."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.paths import data_folder
from app.services.settings import Appearance
from ui.bridge.marks import StyleMarks
from ui.bridge.palette import palette_of
from ui.bridge.style_sheet import style_sheet
from ui.bridge.tokens import DARK, LIGHT, Tokens

FAMILY = "Inter"
"""The bundled typeface; the system supplies scripts it lacks."""

TOKENS_PROPERTY = "irplan_tokens"
"""Where widgets, which know nothing of this package, find the tokens on the application."""


class Theme(QObject):
    """The one theme of the process; `changed` is emitted after everything was restyled."""

    changed = Signal(object)
    """Carries the new `Tokens`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("theme")
        self.tokens: Tokens = LIGHT
        self._appearance = Appearance.SYSTEM
        self._scale = 100
        self._applied: Tokens | None = None
        self._followed: QApplication | None = None
        self._marks = StyleMarks()

    def apply(self, app: QApplication, appearance: Appearance, scale: int) -> None:
        """Restyle the whole application, unless it already looks so; takes about 0.2 s."""
        self._appearance, self._scale = appearance, scale
        self._follow(app)
        self.tokens = replace(self._scheme(app), scale=scale)
        if self.tokens == self._applied and app.property(TOKENS_PROPERTY) is not None:
            return
        self._applied = self.tokens
        app.setProperty(TOKENS_PROPERTY, self.tokens)
        app.setStyleSheet("")  # replacing a sheet in place takes Qt four times as long
        app.setFont(_font(self.tokens))
        app.setPalette(palette_of(self.tokens))
        app.setStyleSheet(style_sheet(self.tokens, self._marks.urls(self.tokens)))
        self.changed.emit(self.tokens)

    def _scheme(self, app: QApplication) -> Tokens:
        match self._appearance:
            case Appearance.LIGHT:
                return LIGHT
            case Appearance.DARK:
                return DARK
            case Appearance.SYSTEM:
                dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
                return DARK if dark else LIGHT

    def _follow(self, app: QApplication) -> None:
        if self._followed is app:
            return
        self._followed = app
        self._applied = None
        app.setStyle("Fusion")
        load_fonts()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @Slot()
    def _on_system_changed(self) -> None:
        if self._appearance is Appearance.SYSTEM and self._followed is not None:
            self.apply(self._followed, self._appearance, self._scale)


_THEME = Theme()


def theme() -> Theme:
    """The theme of this process, for its `changed` signal."""
    return _THEME


def tokens() -> Tokens:
    """The colours and sizes in force."""
    return _THEME.tokens


def apply_theme(app: QApplication, appearance: Appearance, scale: int = 100) -> None:
    """Restyle the application; `scale` is a percentage."""
    _THEME.apply(app, appearance, scale)


def load_fonts() -> None:
    """Make the bundled fonts known to Qt."""
    for file in sorted(data_folder("resources").joinpath("fonts").glob("Inter-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _font(now: Tokens) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(now.font_px(13))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
