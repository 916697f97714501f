"""Dialogs of versions over a copy of the sample organisation's plan in a real file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copy2

import pytest
from PySide6.QtWidgets import QWidget

from ui.bridge.desk import Desk
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.tall import TallDialog


@pytest.fixture
def path(tmp_path: Path, sample_file: Path) -> Path:
    file = tmp_path / "plan.irplan"
    copy2(sample_file, file)
    return file


@pytest.fixture
def acting(desk: Desk, path: Path) -> Acting:
    desk.change_settings(replace(desk.settings, person="Mary Major"))
    assert desk.open(path)
    assert desk.bridge is not None
    return Acting(desk.bridge, desk)


@pytest.fixture
def show(qtbot, host: QWidget) -> Callable[[TallDialog], TallDialog]:
    """Shows a dialog once what it does first is done."""
    host.resize(1200, 900)

    def shown(dialog: TallDialog) -> TallDialog:
        host.show()
        with qtbot.waitExposed(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
        return dialog

    return shown
