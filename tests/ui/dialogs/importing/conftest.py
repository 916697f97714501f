"""The dialog over a small plan, fed with files and with what was pasted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.plan.kinds import Kind
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.importing import ImportDialog

PEOPLE = (
    "Name,Job title,Mobile,E-mail\n"
    "Ada Byron,Head,+44 20 7946 0958,ada@x.org\n"
    "Bo Ek,Counsel,12,bo@x\n"
    ",nobody,,\n"
    "Cy Do,Clerk,+44 20 7946 0959,cy@x.org\n"
    "Cy Do,again,,\n"
)
"""Ada is in the plan, Bo has problems, one has no name, and Cy stands there twice."""

Show = Callable[..., ImportDialog]


@pytest.fixture
def show(qtbot, host: QWidget, bridge: PlanBridge, desk: Desk) -> Show:
    """Open the dialog, and wait until what it was given is read."""

    def shown(source: Path | str | None = None, kind: Kind = Kind.PERSON) -> ImportDialog:
        host.resize(1024, 680)
        host.show()
        dialog = ImportDialog(bridge, desk, kind, host, source)
        with qtbot.waitExposed(dialog):
            dialog.open()
        qtbot.waitUntil(lambda: not dialog.busy)
        return dialog

    return shown
