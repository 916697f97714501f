"""A copy of the sample organisation's plan in a real file, and the dialog over it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy2

import pytest
from PySide6.QtWidgets import QWidget

from ui.bridge.desk import Desk
from ui.dialogs.evidence.dialog import EvidenceDialog


@pytest.fixture
def path(tmp_path: Path, sample_file: Path) -> Path:
    file = tmp_path / "plan.irplan"
    copy2(sample_file, file)
    return file


@pytest.fixture
def show(qtbot, host: QWidget, desk: Desk, path: Path) -> Callable[[], EvidenceDialog]:
    assert desk.open(path)
    host.resize(1200, 1000)

    def shown() -> EvidenceDialog:
        assert desk.bridge is not None
        host.show()
        dialog = EvidenceDialog(desk.bridge, desk, host)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return shown
