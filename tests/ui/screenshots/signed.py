"""A file of the plan that its organisation sealed."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from app.services.approving.exporting import Moment, Seal
from app.services.signing import IdentityRequest, KeyFile
from tests.ui.screenshots.waiting import settle, wait_until
from ui.bridge.desk import Desk
from ui.dialogs.sign_file.changing_dialog import ChangingDialog
from ui.dialogs.sign_file.dialog import SignFileDialog
from ui.dialogs.sign_file.stamp_dialog import StampDialog
from ui.main_window import MainWindow
from ui.pages.verify.page import VerifyPage


def verify(window: MainWindow, desk: Desk, home: Path) -> Iterator[tuple[str, QWidget]]:
    """A version that the organisation sealed, and that nobody else has signed yet."""
    window.navigate("verify")
    page = window.findChild(VerifyPage)
    assert page is not None
    settle()
    yield "verify-empty", window
    page.take(sealed(desk, home))
    wait_until(lambda: not page.panel.busy)
    settle(200)
    yield "verify", window
    for name, kind in (("verify_sign", SignFileDialog), ("verify_stamp", StampDialog)):
        asking = page.findChild(QPushButton, name)
        assert asking is not None
        asking.click()
        shown = page.findChild(kind)
        assert shown is not None
        wait_until(partial(idle, shown))
        settle(200)
        yield f"dialog-{name}", shown
        shown.reject()


def idle(dialog: ChangingDialog) -> bool:
    return not dialog.busy


def sealed(desk: Desk, home: Path) -> Path:
    """Version 2.0 with the seal of its organisation, made once."""
    file = home / "NH-IRP-001-2-0.pdf"
    if not file.exists():
        shop, bridge, path = desk.workshop, desk.bridge, desk.path
        assert bridge is not None
        assert path is not None
        key = KeyFile(home / "seal.p12", "correct horse")
        request = IdentityRequest("Northwind Health seal", "seal@example.org", "Northwind Health")
        shop.make_identity(request, key.file, key.passphrase)
        now = Moment(bridge.plan, bridge.head(), "Anna Keller")
        made = shop.version_exporter().render(now, shop.history(path), "2.0", Seal(key))
        file.write_bytes(made[0][1])
    return file
