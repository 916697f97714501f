"""Making an identity on the way, and remembering which was used last; never its passphrase."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.bridge.desk import Desk
from ui.dialogs.export_identity import IdentityDialog
from ui.dialogs.signing_box import SigningBox


def ask_for_identity(desk: Desk, organisation: str, box: SigningBox, parent: QWidget) -> None:
    """Open the dialog that makes an identity, which `box` then uses."""
    dialog = IdentityDialog(desk.workshop, organisation, parent)
    dialog.created.connect(box.use_identity)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def remember_identity(desk: Desk, identity: Path | None) -> None:
    """Offer the identity the next time."""
    if identity is not None:
        desk.change_settings(replace(desk.settings, identity=identity))
