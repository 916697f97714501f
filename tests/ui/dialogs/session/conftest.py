"""A review session over the sample plan, with changes since its first version."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Attendance, Occasion
from app.services.reviewing.past import Past, read_past
from app.services.reviewing.preparing import prepare
from app.services.reviewing.starting import Invitation, start
from tests.ui.fakes import NOW, TODAY
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.session.window import SessionWindow

INVITED = (Attendance("Ada Byron", "Security"), Attendance("Bo <b>Lind</b>"))


@pytest.fixture
def bridge(qtbot, desk: Desk, tmp_path: Path, sample_file: Path) -> PlanBridge:
    file = tmp_path / "ours.irplan"
    copyfile(sample_file, file)
    assert desk.open(file)
    made = desk.bridge
    assert made is not None
    version = Version(RecordId("first"), "1.0", date(2025, 12, 1), "First")
    made.apply((put(made.plan, version),), "Version")
    assert made.flush()
    section = made.plan.sections[RecordId("escalation")]
    longer = replace(section, prose=f"{section.prose}\n\nThe <night> shift calls first.")
    made.apply((put(made.plan, longer),), "Text")
    assert made.flush()
    return made


@pytest.fixture
def past(bridge: PlanBridge, desk: Desk) -> Past:
    assert desk.path is not None
    return read_past(desk.workshop.history(desk.path), TODAY)


@pytest.fixture
def session_window(qtbot, host, themed, bridge, desk, past) -> Iterator[SessionWindow]:
    """The session just begun, in a window."""
    prepared = prepare(bridge.judgement, past, TODAY)
    invitation = Invitation("Autumn review", Occasion.DUE, "Anna Keller", "Joan Ellery", INVITED)
    bridge.apply(start(bridge.plan, invitation, prepared, NOW), "Start")
    (key,) = bridge.plan.sessions
    made = SessionWindow(bridge, desk, key, past, host)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.timer.pause()
