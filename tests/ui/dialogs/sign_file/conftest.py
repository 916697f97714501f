"""Exported files with open fields, an identity, and the dialogs over them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.bootstrap import Workshop
from tests.integration.signing.samples import unsigned_pdf
from tests.ui.dialogs.versions.driving import identity
from ui.bridge.desk import Desk
from ui.dialogs.sign_file.changing_dialog import ChangingDialog

Kind = Callable[[Desk, Path, QWidget], ChangingDialog]
Show = Callable[[Kind, Path], ChangingDialog]


@pytest.fixture
def key(shop: Workshop, tmp_path: Path) -> Path:
    return identity(shop, tmp_path, "Anna Keller")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Nobody has signed it yet."""
    file = tmp_path / "plan.pdf"
    file.write_bytes(unsigned_pdf(("Seal", "Reviewer2", "Approver"), "IRP-1 version 2.0"))
    return file


@pytest.fixture
def show(qtbot, host: QWidget, desk: Desk, key: Path) -> Show:
    """Shows a dialog once what it does first is done."""
    desk.change_settings(replace(desk.settings, identity=key))
    host.resize(1200, 1000)

    def shown(kind: Kind, file: Path) -> ChangingDialog:
        host.show()
        dialog = kind(desk, file, host)
        with qtbot.waitExposed(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
        return dialog

    return shown


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers of the tests are on this computer."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
