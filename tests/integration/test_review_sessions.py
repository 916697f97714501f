"""A review session in a plan file: interrupted, resumed from the file, closed for good."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import Workshop, workshop
from app.domain.errors import IrplanError
from app.domain.lifecycle.matter import matter
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Choice, Occasion, Outcome, Topic, Verdict
from app.paths import AppPaths
from app.services.clock import today
from app.services.opening import OpenPlan
from app.services.reviewing.attending import attend
from app.services.reviewing.calling import Call, check_contact
from app.services.reviewing.closing import Closing, close, proposed_verdict
from app.services.reviewing.deciding import Decision, decide
from app.services.reviewing.finding import resting, session_of
from app.services.reviewing.minutes import MinutesOptions, keeping
from app.services.reviewing.past import Past, read_past
from app.services.reviewing.preparing import Prepared, prepare
from app.services.reviewing.starting import Invitation, refresh, start
from app.services.reviewing.timing import timed
from tests.builders import NOON
from tests.fakes import FakeClock


class Room:
    """A plan file and who opens it; time passes by hand."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.workshop: Workshop = workshop(AppPaths.below(folder), self.clock)
        self.path = folder / "plan.irplan"
        self.opened: OpenPlan = self.workshop.create_sample(self.path)

    def past(self) -> Past:
        return read_past(self.workshop.history(self.path), today(self.clock))

    def prepared(self) -> Prepared:
        return prepare(self.opened.judgement, self.past(), today(self.clock))

    def start(self) -> RecordId:
        invitation = Invitation("Annual review", Occasion.DUE, "Priya Raman", "Nadia Hussain")
        self.step(start(self.opened.plan, invitation, self.prepared(), self.clock.now()))
        session = resting(self.opened.plan)
        assert session is not None
        self.step(attend(self.opened.plan, session.id, "Priya Raman", present=True))
        return session.id

    def step(self, changes) -> None:
        self.opened.session.apply(changes, "Review")

    def keep_all(self, key: RecordId) -> None:
        for item in session_of(self.opened.plan, key).agenda:
            self.step(decide(self.opened.plan, key, item.key, Decision(Choice.KEEP)))

    def close(self, key: RecordId, verdict: Verdict = Verdict.NO_CHANGE) -> None:
        changes = close(self.opened.plan, key, Closing(verdict, "It holds."), self.clock.now())
        records = [change.after for change in changes if change.after is not None]
        self.opened.enact(records, "Close the review session")

    def again(self) -> None:
        """Leave the file and open it anew."""
        self.opened.close()
        self.opened = self.workshop.open(self.path)


@pytest.fixture
def room(tmp_path: Path):
    made = Room(tmp_path)
    yield made
    made.opened.store.close()


def test_a_session_that_was_interrupted_goes_on_as_it_was_left(room):
    room.clock.moment = NOON + timedelta(days=400)
    room.again()
    key = room.start()
    first, second, *_ = session_of(room.opened.plan, key).agenda
    acted = Decision(Choice.ACTION, "Do it", "Tom Whitlock", today(room.clock))
    changes = decide(room.opened.plan, key, second.key, acted)
    room.step(timed(room.opened.plan, changes, key, 300))
    left = session_of(room.opened.plan, key)

    room.again()

    assert resting(room.opened.plan) == left
    assert left.seconds == 300
    assert refresh(room.opened.plan, key, room.prepared()) == ()
    assert first.choice is Choice.OPEN


def test_what_was_edited_meanwhile_comes_up_when_it_goes_on(room):
    key = room.start()
    roles = room.opened.plan.sections[RecordId("roles")]
    room.step((put(room.opened.plan, replace(roles, prose="Others lead.")),))
    room.again()

    room.step(refresh(room.opened.plan, key, room.prepared()))

    agenda = {item.key: item for item in session_of(room.opened.plan, key).agenda}
    assert agenda["change/sections/roles"].topic is Topic.CHANGE
    assert proposed_verdict(session_of(room.opened.plan, key), room.past(), room.opened.plan) is (
        Verdict.NEW_VERSION
    )


def test_a_closed_session_stays_as_it_is(room):
    key = room.start()
    room.keep_all(key)
    room.close(key)
    room.again()

    session = session_of(room.opened.plan, key)
    assert session.content == matter(room.opened.plan)
    room.step((put(room.opened.plan, replace(session, conclusion="Something else.")),))
    with pytest.raises(IrplanError):
        room.opened.save()


def test_calls_of_the_session_are_in_the_file(room):
    key = room.start()
    person = next(iter(room.opened.plan.people))
    call = Call(Outcome.CONFIRMED, "Nadia Hussain", today(room.clock))
    room.step(check_contact(room.opened.plan, key, person, call))
    room.keep_all(key)
    room.close(key)
    room.again()

    assert room.opened.plan.people[person].verified_on == today(room.clock)
    assert room.opened.plan.people[person].verified_by == "Nadia Hussain"


def test_sections_that_were_reviewed_come_later_next_time(room):
    key = room.start()
    room.keep_all(key)
    first = next(i for i in session_of(room.opened.plan, key).agenda if i.topic is Topic.SECTION)
    room.close(key)
    room.clock.moment = NOON + timedelta(days=300)
    room.again()

    agenda = [item.key for item in room.prepared().agenda if item.topic is Topic.SECTION]

    assert first.key not in agenda
    assert agenda


def test_minutes_are_kept_in_the_plan_byte_by_byte(room, tmp_path):
    key = room.start()
    room.keep_all(key)
    room.close(key)
    options = MinutesOptions(tmp_path / "out", head=room.opened.store.head())
    made = room.workshop.minutes_exporter().export(room.opened.plan, key, options)

    changes, files = keeping(room.opened.plan, key, made, "Bo", room.clock.now())
    records = [change.after for change in changes if change.after is not None]
    room.opened.enact(records, "Keep the minutes", files)
    room.again()

    for file in made.files:
        assert room.opened.store.kept(file.sha256) == file.path.read_bytes()
    assert {one.about for one in room.opened.plan.files.values()} == {f"sessions/{key}"}


def test_the_same_session_makes_the_same_bytes(room, tmp_path):
    key = room.start()
    room.keep_all(key)
    room.close(key)

    hashes = []
    for name in ("one", "two"):
        made = room.workshop.minutes_exporter().export(
            room.opened.plan, key, MinutesOptions(tmp_path / name)
        )
        hashes.append([file.sha256 for file in made.files])

    assert hashes[0] == hashes[1]
