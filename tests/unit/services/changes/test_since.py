from dataclasses import dataclass, field
from datetime import date

import pytest

from app.domain.plan.governance import Version
from app.domain.plan.plan import Plan
from app.services.changes.since import DraftIsExported, Since, since, versions_of
from app.services.history import Entry, RevisionUnknown, VersionUnknown
from tests.builders import NOON, person, plan_with, rid

PLANS = plan_with(), plan_with(person("ann"))


@dataclass
class TwoRevisions:
    known: dict[str, int] = field(default_factory=lambda: {"1.0": 1})

    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(number, NOON, "Ann", "Edits") for number in (1, 2))

    def plan_at(self, number: int) -> Plan:
        return PLANS[number - 1]

    def versions(self) -> dict[str, int]:
        return self.known


def test_a_version_brings_its_plan():
    assert since(TwoRevisions(), " 1.0 ") == Since("1.0", PLANS[0])
    assert since(TwoRevisions(), "1.0").revision == ""


def test_a_revision_is_told_by_its_number():
    found = since(TwoRevisions(), "@2")

    assert (found.plan, found.revision) == (PLANS[1], "2")


@pytest.mark.parametrize("point", ["draft", " draft "])
def test_the_draft_is_no_earlier_state(point):
    with pytest.raises(DraftIsExported, match="The draft is what is exported"):
        since(TwoRevisions(), point)


def test_what_the_history_does_not_know_is_refused():
    with pytest.raises(VersionUnknown):
        since(TwoRevisions(), "9.9")
    with pytest.raises(RevisionUnknown):
        since(TwoRevisions(), "@3")


def test_versions_are_listed_the_newest_last_and_only_with_a_number():
    plan = plan_with(
        Version(rid("b"), "2.0", issued_on=date(2026, 5, 1)),
        Version(rid("c"), " ", issued_on=date(2026, 6, 1)),
        Version(rid("a"), " 1.0 ", issued_on=date(2025, 5, 1)),
        Version(rid("d"), "0.1"),
    )

    assert versions_of(plan) == ("0.1", "1.0", "2.0")
    assert versions_of(plan_with()) == ()
