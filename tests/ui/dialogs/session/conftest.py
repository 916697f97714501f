"""A review session over the sample plan, with changes since its first version."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Workshop, workshop
from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Attendance, Occasion
from app.paths import AppPaths
from app.services.library import Library
from app.services.reviewing.past import Past, read_past
from app.services.reviewing.preparing import prepare
from app.services.reviewing.starting import Invitation, start
from tests.ui.fakes import NOW, TODAY, FakeClock
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.session.window import SessionWindow

INVITED = (Attendance("Ada Byron", "Security"), Attendance("Bo <b>Lind</b>"))


@pytest.fixture(scope="session")
def maker(tmp_path_factory: pytest.TempPathFactory, shelf: Library) -> Workshop:
    made = workshop(AppPaths.below(tmp_path_factory.mktemp("reviewed")), FakeClock())
    vars(made)["library"] = shelf
    return made


@pytest.fixture(scope="session")
def reviewed_file(maker: Workshop, sample_file: Path) -> Path:
    """The sample with a version, and a text changed since; open copies only."""
    file = Path(copyfile(sample_file, maker.paths.data.parent / "ours.irplan"))
    made = maker.open(file)
    version = Version(RecordId("first"), "1.0", date(2025, 12, 1), "First")
    made.session.apply((put(made.plan, version),), "Version")
    assert made.save()
    section = made.plan.sections[RecordId("escalation")]
    longer = replace(section, prose=f"{section.prose}\n\nThe <night> shift calls first.")
    made.session.apply((put(made.plan, longer),), "Text")
    assert made.save()
    made.close()
    return file


@pytest.fixture
def bridge(qtbot, desk: Desk, tmp_path: Path, reviewed_file: Path) -> PlanBridge:
    assert desk.open(Path(copyfile(reviewed_file, tmp_path / "ours.irplan")))
    assert desk.bridge is not None
    return desk.bridge


@pytest.fixture(scope="session")
def past(maker: Workshop, reviewed_file: Path) -> Past:
    """What the file says of its past, which no test changes."""
    return read_past(maker.history(reviewed_file), TODAY)


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
