"""The one style sheet, filled in from the tokens."""

import re
from collections.abc import Mapping

from ui.bridge.tokens import Tokens

_PLACE = re.compile(r"@(\w[\w-]*)(?:\((\d+)\))?")
"""`@accent` is a colour, `@px(12)` a length, `@font(13)` a letter height, `@mark-tick` a file."""


def style_sheet(tokens: Tokens, marks: Mapping[str, str]) -> str:
    """The style sheet for `tokens`; `marks` are the files of ticks and chevrons."""
    colours = tokens.colours()

    def fill(match: re.Match[str]) -> str:
        name, size = match[1], match[2]
        if name == "px":
            return f"{tokens.px(int(size))}px"
        if name == "font":
            return f"{tokens.font_px(int(size))}px"
        if name.startswith("mark-"):
            return f'url("{marks[name.removeprefix("mark-")]}")'
        return colours[name]

    return _PLACE.sub(fill, _SHEET)


_SHEET = """
* { outline: none; }
QWidget { color: @text; font-size: @font(13); }
QMainWindow, QDialog, QWidget[ground="bg"] { background: @bg; }
QWidget[ground="surface"] { background: @surface; }
QWidget[ground="nav"] { background: @nav; }
QToolTip {
    background: @surface; color: @text; border: 1px solid @border_strong;
    padding: @px(4) @px(8); font-size: @font(12);
}

/* text */
QLabel { background: transparent; }
QLabel[role="h1"] { font-size: @font(22); font-weight: 600; }
QLabel[role="h2"] { font-size: @font(15); font-weight: 600; }
QLabel[role="h3"] { font-size: @font(13); font-weight: 600; }
QLabel[role="figure"] { font-size: @font(22); font-weight: 600; }
QLabel[role="body"] { color: @text2; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="hint"] { font-size: @font(12); color: @text3; }
QLabel[role="overline"] { font-size: @font(11); font-weight: 600; color: @text3; }
QLabel[role="error"] { font-size: @font(12); color: @danger; }
QLabel[tone="accent"] { color: @accent_text; }
QLabel[tone="success"] { color: @success; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="danger"] { color: @danger; }

/* chips */
QLabel[chip="true"] {
    font-size: @font(11); font-weight: 600; border-radius: @px(10);
    padding: @px(2) @px(9); min-height: @px(16); max-height: @px(16);
}
QLabel[chip="true"][tone="neutral"] { background: @surface2; color: @text2; }
QLabel[chip="true"][tone="accent"] { background: @accent_soft; color: @accent_text; }
QLabel[chip="true"][tone="success"] { background: @success_soft; color: @success; }
QLabel[chip="true"][tone="warning"] { background: @warning_soft; color: @warning; }
QLabel[chip="true"][tone="danger"] { background: @danger_soft; color: @danger; }
QLabel[chip="true"][tone="sev1"] { background: @sev1_soft; color: @text; }
QLabel[chip="true"][tone="sev2"] { background: @sev2_soft; color: @text; }
QLabel[chip="true"][tone="sev3"] { background: @sev3_soft; color: @text; }
QLabel[chip="true"][tone="sev4"] { background: @sev4_soft; color: @text; }

/* cards and lines */
QFrame[card="true"] {
    background: @surface; border: 1px solid @border; border-radius: @px(10);
}
QFrame[card="true"][drop="true"] { border: 2px dashed @accent; }
QFrame[line="horizontal"] { background: @border; max-height: 1px; min-height: 1px; border: none; }
QFrame[line="vertical"] { background: @border; max-width: 1px; min-width: 1px; border: none; }
QFrame[panel="accent"] { background: @accent_soft; border: none; border-radius: @px(6); }
QFrame[panel="warning"] { background: @warning_soft; border: none; border-radius: @px(6); }
QFrame[panel="danger"] { background: @danger_soft; border: none; border-radius: @px(6); }
QFrame[panel="success"] { background: @success_soft; border: none; border-radius: @px(6); }
QFrame[bar="top"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[bar="bottom"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[bar="nav"] { background: @nav; border: none; border-right: 1px solid @border; }
QFrame[bar="side"] { background: @surface; border: none; border-left: 1px solid @border; }
QFrame[bar="outline"] { background: @nav; border: none; border-right: 1px solid @border; }

/* banners */
QFrame[banner="true"] { border: none; border-bottom: 1px solid @border; }
QFrame[banner="true"][tone="danger"] { background: @danger_soft; }
QFrame[banner="true"][tone="warning"] { background: @warning_soft; }
QFrame[banner="true"][tone="success"] { background: @success_soft; }
QFrame[banner="true"][tone="accent"] { background: @accent_soft; }

/* buttons */
QPushButton, QToolButton[look="plain"] {
    background: @surface; color: @text; border: 1px solid @border_strong;
    border-radius: @px(6); padding: @px(6) @px(12); font-weight: 600; min-height: @px(18);
}
QPushButton:hover, QToolButton[look="plain"]:hover { background: @hover; }
QPushButton:pressed, QToolButton[look="plain"]:pressed { background: @pressed; }
QPushButton:disabled { color: @text3; background: @surface2; border-color: @border; }
QPushButton[look="primary"] {
    background: @accent; color: @on_accent; border: 1px solid @accent;
}
QPushButton[look="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[look="primary"]:pressed { background: @accent_press; border-color: @accent_press; }
QPushButton[look="primary"]:disabled {
    background: @surface2; color: @text3; border-color: @border;
}
QPushButton[look="danger"] { color: @danger; border-color: @danger; }
QPushButton[look="quiet"] { background: transparent; border: 1px solid transparent; color: @text2; }
QPushButton[look="quiet"]:hover { background: @hover; }
QPushButton[look="quiet"]:checked { background: @accent_soft; color: @accent_text; }
QPushButton[look="quiet"]:disabled { color: @text3; background: transparent; }
QPushButton[look="link"] {
    background: transparent; border: 2px solid transparent; color: @accent_text;
    padding: @px(1) 0; margin: 0 -2px;
}
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="row"] {
    background: transparent; border: 1px solid transparent; text-align: left;
    padding: @px(8) @px(10); font-weight: 500;
}
QPushButton[look="row"]:hover { background: @hover; }
QPushButton[look="tile"] {
    background: @surface; border: 1px solid @border; border-radius: @px(10); padding: 0;
    text-align: left;
}
QPushButton[look="tile"]:hover { border-color: @accent; background: @surface; }
QPushButton[look="tile"]:checked { border: 2px solid @accent; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: @px(6);
    padding: @px(5);
}
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @accent_soft; color: @accent_text; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: none; }
QPushButton[kb="true"]:focus, QToolButton[kb="true"]:focus { border: 2px solid @accent; }
QPushButton[look="primary"][kb="true"]:focus { border: 2px solid @text; }

/* fields */
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox, QAbstractSpinBox {
    background: @surface; color: @text; border: 1px solid @field; border-radius: @px(6);
    padding: @px(6) @px(10); min-height: @px(18);
    selection-background-color: @selection; selection-color: @text;
}
QComboBox { padding-left: @px(12); }
QPlainTextEdit, QTextEdit { padding: @px(6) @px(8); }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: @px(5) @px(9); }
QComboBox:focus { padding-left: @px(11); }
QPlainTextEdit:focus, QTextEdit:focus { padding: @px(5) @px(7); }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled,
QDateEdit:disabled, QComboBox:disabled { background: @surface2; color: @text3; }
*[invalid="true"] { border: 1px solid @danger; }
*[invalid="true"]:focus { border: 2px solid @danger; }
QLineEdit[bare="true"], QTextEdit[bare="true"], QPlainTextEdit[bare="true"],
QLineEdit[bare="true"]:focus, QTextEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus {
    border: none; background: transparent; padding: 0;
}
QLineEdit[look="search"] { background: @surface2; border: 1px solid @surface2; }
QLineEdit[look="search"]:focus { border: 2px solid @accent; background: @surface; }
QPushButton[look="search"] {
    background: @surface2; border: 1px solid @surface2; color: @text3; font-weight: 400;
    text-align: left; padding: @px(6) @px(10);
}
QPushButton[look="search"]:hover { border-color: @border_strong; }
QPushButton[look="search"][kb="true"]:focus { border: 2px solid @accent; }
QComboBox::drop-down {
    border: none; width: @px(26); subcontrol-origin: padding; subcontrol-position: center right;
}
QComboBox::down-arrow { image: @mark-chevron-down; width: @px(14); height: @px(14); }
QComboBox QAbstractItemView {
    background: @surface; border: 1px solid @border_strong; border-radius: @px(6);
    padding: @px(4); selection-background-color: @accent_soft; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: @px(28); padding: 0 @px(8); }
QSpinBox::up-button, QDateEdit::up-button, QSpinBox::down-button, QDateEdit::down-button,
QTimeEdit::up-button, QTimeEdit::down-button {
    border: none; background: transparent; width: @px(20);
}
QSpinBox::up-arrow, QDateEdit::up-arrow, QTimeEdit::up-arrow {
    image: @mark-chevron-up; width: @px(11); height: @px(11);
}
QSpinBox::down-arrow, QDateEdit::down-arrow, QTimeEdit::down-arrow {
    image: @mark-chevron-down; width: @px(11); height: @px(11);
}
QDateEdit::drop-down { border: none; width: @px(26); }
QCheckBox, QRadioButton { spacing: @px(8); background: transparent; }
QCheckBox::indicator, QListWidget::indicator, QRadioButton::indicator, QTableView::indicator {
    width: @px(16); height: @px(16); border: 1px solid @field; background: @surface;
}
QCheckBox::indicator, QListWidget::indicator, QTableView::indicator { border-radius: @px(4); }
QRadioButton::indicator { border-width: @px(1); border-radius: @px(9); }
QCheckBox::indicator:checked, QListWidget::indicator:checked, QTableView::indicator:checked {
    background: @accent; border-color: @accent; image: @mark-tick;
}
QCheckBox::indicator:indeterminate {
    background: @accent; border-color: @accent; image: @mark-dash;
}
QRadioButton::indicator:checked {
    border: @px(5) solid @accent; background: @on_accent; width: @px(8); height: @px(8);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @surface2; }
QCheckBox[kb="true"]::indicator:focus, QRadioButton[kb="true"]::indicator:focus {
    border: 2px solid @accent;
}

/* lists, tables, trees */
QAbstractItemView {
    background: @surface; border: none; selection-background-color: @accent_soft;
    selection-color: @text; alternate-background-color: @surface2;
}
QListView[plain="true"], QTreeView[plain="true"], QTableView[plain="true"] {
    background: transparent;
}
QListView::item { border-radius: @px(6); padding: @px(6) @px(8); }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @accent_soft; color: @accent_text; }
QListView[kb="true"]:focus::item:selected { border: 2px solid @accent; }
QListWidget[nav="true"] { background: transparent; font-weight: 500; }
QListWidget[nav="true"]::item {
    color: @text2; padding: @px(7) @px(10); margin: @px(2) 0; min-height: @px(20);
}
QListWidget[nav="true"]::item:selected { background: @accent_soft; color: @accent_text; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section {
    background: @surface; color: @text3; border: none; border-bottom: 1px solid @border;
    padding: @px(8); font-size: @font(11); font-weight: 600;
}
QTableCornerButton::section {
    background: @surface; border: none; border-bottom: 1px solid @border;
}
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableView { gridline-color: @border; }
QTableView::item { padding: @px(6) @px(8); border-bottom: 1px solid @border; }

/* tabs */
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab {
    background: transparent; color: @text2; font-weight: 600; padding: @px(10) @px(10) @px(9);
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent_text; border-bottom: 2px solid @accent; }
QTabBar[kb="true"]::tab:focus { color: @accent_text; background: @hover; }

/* menus */
QMenu {
    background: @surface; border: 1px solid @border_strong; border-radius: @px(6);
    padding: @px(4);
}
QMenu::item { padding: @px(6) @px(16) @px(6) @px(10); border-radius: @px(4); }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @border; margin: @px(4) @px(6); }
QMenu::icon { padding-left: @px(8); }

/* scrolling and progress */
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: @px(10); margin: @px(2); }
QScrollBar:horizontal { background: transparent; height: @px(10); margin: @px(2); }
QScrollBar::handle { background: @border_strong; border-radius: @px(3); }
QScrollBar::handle:hover { background: @field; }
QScrollBar::handle:vertical { min-height: @px(32); }
QScrollBar::handle:horizontal { min-width: @px(32); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    background: @track; border: none; border-radius: @px(3); max-height: @px(6);
    min-height: @px(6); text-align: center;
}
QProgressBar::chunk { background: @accent; border-radius: @px(3); }
QSplitter::handle { background: @border; }

/* the palette of commands */
QFrame[overlay="true"] {
    background: @surface; border: 1px solid @border_strong; border-radius: @px(10);
}
"""
