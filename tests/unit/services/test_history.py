"""Points of a history by name, in a history kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from app.domain.errors import IrplanError
from app.domain.plan.plan import Plan
from app.services.history import (
    Entry,
    NoVersionYet,
    PlanHistory,
    RevisionUnknown,
    State,
    VersionUnknown,
    newest_version,
    state_at,
)
from tests.builders import NOON, person, plan_with

PLANS = (plan_with(), plan_with(person("ann")), plan_with(person("bob")))


@dataclass
class MemoryHistory:
    """Three revisions, each with its plan."""

    known: Mapping[str, int] = field(default_factory=lambda: {"1.0": 1, "1.1": 2})

    def entries(self) -> tuple[Entry, ...]:
        return tuple(
            Entry(number, NOON + timedelta(days=number), "Ann", "Edits") for number in (1, 2, 3)
        )

    def plan_at(self, number: int) -> Plan:
        return PLANS[number - 1]

    def versions(self) -> Mapping[str, int]:
        return self.known


@pytest.fixture
def history() -> PlanHistory:
    return MemoryHistory()


@pytest.mark.parametrize(
    ("point", "number"),
    [("1.0", 1), ("1.1", 2), (" 1.1 ", 2), ("draft", 3), ("@1", 1), ("@2", 2), ("@0003", 3)],
)
def test_a_point_is_a_version_the_draft_or_a_revision(history, point, number):
    state = state_at(history, point)

    assert state == State(point.strip(), history.entries()[number - 1], PLANS[number - 1])


def test_unless_a_point_is_named_it_is_the_draft(history):
    assert state_at(history) == state_at(history, "draft")


def test_a_version_that_is_not_there_is_refused_with_those_that_are(history):
    with pytest.raises(VersionUnknown) as caught:
        state_at(history, "2.0")

    assert caught.value.code == "history.unknown-version"
    assert "no version '2.0'; it has '1.0', '1.1'." in caught.value.message


@pytest.mark.parametrize("point", ["", "1", "@", "@-1", "@1.0", "@\u0661", "DRAFT", "\x1b[2J"])
def test_what_is_no_point_is_no_version_either_and_cannot_steer_a_terminal(history, point):
    with pytest.raises(VersionUnknown) as caught:
        state_at(history, point)

    assert "draft" in caught.value.message
    assert "@12" in caught.value.message
    assert caught.value.message.isprintable()


def test_without_any_version_that_is_said():
    with pytest.raises(VersionUnknown, match="it has none yet"):
        state_at(MemoryHistory({}), "1.0")


@pytest.mark.parametrize("point", ["@0", "@4", "@999999999"])
def test_a_revision_that_is_not_there_is_refused_with_the_range(history, point):
    with pytest.raises(RevisionUnknown, match="choose one from 1 to 3") as caught:
        state_at(history, point)

    assert caught.value.code == "history.unknown-revision"


def test_the_newest_version_is_the_one_that_came_last(history):
    assert newest_version(history) == "1.1"


def test_before_any_version_there_is_no_newest():
    with pytest.raises(NoVersionYet) as caught:
        newest_version(MemoryHistory({}))

    assert isinstance(caught.value, IrplanError)
    assert caught.value.code == "history.no-version"
    assert "@1" in caught.value.message
