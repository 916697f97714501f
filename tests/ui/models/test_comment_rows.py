"""Conversations as rows."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from tests.ui.fakes import person, small_plan
from ui.models.comment_rows import about_text, moment_text, target_of
from ui.models.targets import place_of

PLAN = small_plan(person("ada", "Ada Byron"))


def test_a_moment_of_elsewhere_is_told_in_utc():
    there = datetime(2026, 11, 23, 1, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))

    assert moment_text(there) == "22 Nov 2026 20:00 UTC"
    assert moment_text(there.astimezone(UTC)) == moment_text(there)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ((Kind.PERSON, RecordId("ada")), "Ada Byron (person)"),
        ((Kind.SECTION, RecordId("purpose")), "Purpose"),
        ((Kind.PERSON, RecordId("gone")), "No longer in the plan"),
        (None, "No longer in the plan"),
    ],
)
def test_what_is_spoken_of_has_its_name(about, said):
    assert about_text(PLAN, about) == said


def test_a_name_without_end_is_cut():
    plan = small_plan(person("ada", "Ada " * 500))

    assert len(about_text(plan, (Kind.PERSON, RecordId("ada")))) < 160


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_record_leads_to_itself(kind):
    place = place_of(target_of((kind, RecordId("x"))))

    assert place is not None
    assert (place.kind, place.record) == (kind, "x")


def test_what_is_about_nothing_leads_nowhere():
    assert target_of(None) == ""
