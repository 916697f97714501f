"""The only door to the world outside: folders of ours and web pages over https."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(folder: Path) -> bool:
    """Show `folder` in the system's file browser; False when it is no folder or none opened."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_page(address: str) -> bool:
    """Open a web page in the browser; False for anything but a plain https address."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    safe = url.isValid() and url.scheme() == "https" and bool(url.host()) and not url.userInfo()
    return safe and QDesktopServices.openUrl(url)
