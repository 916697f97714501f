"""Making an identity on the way, and remembering what was signed with last; never its secret."""

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


def remember_key(desk: Desk, box: SigningBox) -> None:
    """Offer what `box` signed with the next time."""
    desk.change_settings(box.remembered(desk.settings))
