"""A button that shows the folder a file was written to."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.bridge.links import open_folder
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone


def show_folder(folder: Path | None, banner: NoticeBanner) -> None:
    """Show `folder` in the system's file browser, or say on `banner` that it cannot be shown.

    None, where nothing was written yet, shows nothing.
    """
    if folder is None or open_folder(folder):
        return
    said = QCoreApplication.translate("Folder", "The folder {0} cannot be shown here.")
    banner.show_notice(said.format(folder), Tone.WARNING)
