"""Uses the dialogs of versions as people do, and sets up plans that are under way."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bootstrap import Workshop
from app.domain.plan.acts import Act, Deed, Route
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.proposing import proposal
from app.services.opening import OpenPlan
from app.services.signing import IdentityRequest
from app.signing.new_files import OWNER_ONLY, write_new
from ui.dialogs.versions.tall import TallDialog

LEFT = Qt.MouseButton.LeftButton
SECRET = "correct horse"
_MADE: dict[str, tuple[bytes, bytes]] = {}
"""Identities and their certificates by the name in them."""

W = TypeVar("W", bound=QWidget)


def find(where: QWidget, kind: type[W], name: str) -> W:
    found = where.findChild(kind, name)
    assert found is not None, name
    return found


def click(where: QWidget, name: str) -> None:
    widget = find(where, QAbstractButton, name)
    assert widget.isVisible(), name
    assert widget.isEnabled(), name
    if isinstance(widget, QCheckBox):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)
    else:
        QTest.mouseClick(widget, LEFT)


def settled(qtbot: QtBot, dialog: TallDialog) -> None:
    """Wait until the work is done and what it led to shows, which Qt leaves for a moment later."""
    qtbot.waitUntil(lambda: not dialog.busy, timeout=120_000)
    QCoreApplication.processEvents()


def text(where: QWidget, name: str) -> str:
    """What a label says; blank while it is hidden."""
    found = find(where, QLabel, name)
    return found.text() if found.isVisible() else ""


def write(where: QWidget, name: str, words: str) -> None:
    """Type into a field in place of what is there."""
    field = where.findChild(QWidget, name)
    if isinstance(field, QComboBox):
        field = field.lineEdit()
    assert isinstance(field, QLineEdit | QPlainTextEdit), name
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)


def add_person(where: QWidget, box: str, name: str) -> None:
    write(where, f"{box}_name", name)
    click(where, f"{box}_add")


def sign_with(where: QWidget, name: str, identity: Path, secret: str = SECRET) -> None:
    """Give the identity and its passphrase."""
    write(where, f"{name}_identity", str(identity))
    write(where, f"{name}_passphrase", secret)


def identity(shop: Workshop, folder: Path, name: str) -> Path:
    """A person's own identity, in a new file; the same for every test, made for the first."""
    file = folder / f"{name.split(maxsplit=1)[0].lower()}.p12"
    public = file.with_suffix(".crt")
    if name not in _MADE:
        request = IdentityRequest(name, "who@northwind.example", "Northwind")
        shop.make_identity(request, file, SECRET)
        _MADE[name] = (file.read_bytes(), public.read_bytes())
    else:
        for path, data in zip((file, public), _MADE[name], strict=True):
            write_new(path, data, OWNER_ONLY)
    return file


def submit(
    shop: Workshop,
    opened: OpenPlan,
    path: Path,
    reviewers: Sequence[str] = ("Rita Moss",),
    approvers: Sequence[str] = ("Carl Dent",),
) -> Act:
    """Put the plan into review."""
    opened.save()
    proposed = proposal(opened.plan, shop.history(path))
    route = Route(tuple(reviewers), tuple(approvers))
    number = proposed.number(material=proposed.material)
    said = Submission(
        "Mary Major",
        "A new call tree",
        route,
        number,
        material=proposed.material,
        proposed=proposed.material,
    )
    return Approvals(opened).submit(said)


def declare(opened: OpenPlan, deed: Deed, by: str, reason: str = "", version: str = "") -> Act:
    """Enter what somebody says, without a certificate."""
    approvals = Approvals(opened)
    return approvals.enter(approvals.declaration(deed, by, "", reason, version))


def issue(shop: Workshop, opened: OpenPlan, path: Path) -> str:
    """Bring a version all the way; gives its number."""
    act = submit(shop, opened, path)
    declare(opened, Deed.REVIEWED, "Rita Moss")
    declare(opened, Deed.APPROVED, "Carl Dent")
    return act.version
