"""Fills the navigation of the window."""

from PySide6.QtCore import QCoreApplication

from ui.dialogs.guide_file import guide_file
from ui.models.areas import nav_areas
from ui.widgets.nav import NavItem, NavPanel


def fill_nav(nav: NavPanel) -> None:
    """Rows for every area, and at the foot what can be asked for anywhere."""
    export = NavItem("export", _tr("Export"), "download", "Ctrl+E", action=True)
    guide = NavItem("help", _tr("Help & guidance"), "circle-help", "F1", action=True)
    settings = NavItem("settings", _tr("Settings"), "settings", "Ctrl+,", action=True)
    low = (guide, settings) if guide_file() is not None else (settings,)
    nav.set_items((*nav_areas(), export), low)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)
