from datetime import UTC, date, datetime

import pytest

from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation
from app.domain.plan.practice import (
    PRACTISED,
    TRIED,
    Trial,
    is_practised,
    part_key,
    part_of,
    trials,
)
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.sections import SECTION_KEYS, Section
from tests.builders import plan_with, rid

PARTS = ("sections/recovery", "playbooks/ransomware")


def held(key: str, on: date | None, *parts: str) -> Exercise:
    return Exercise(rid(key), key.title(), on=on, state=ExerciseState.HELD, exercised=parts)


def test_trials_are_told_in_the_order_of_their_days():
    plan = plan_with(
        held("late", date(2026, 9, 1), *PARTS),
        held("undated", None),
        Exercise(rid("planned"), "Planned", on=date(2026, 1, 1), exercised=PARTS),
        Activation(
            rid("inc"), "INC-7", datetime(2026, 3, 1, 23, 30, tzinfo=UTC), exercised=PARTS[:1]
        ),
        Activation(rid("open"), "INC-8"),
    )

    assert trials(plan) == (
        Trial("exercises/undated", "Undated", None, ()),
        Trial("activations/open", "INC-8", None, (), real=True),
        Trial("activations/inc", "INC-7", date(2026, 3, 1), PARTS[:1], real=True),
        Trial("exercises/late", "Late", date(2026, 9, 1), PARTS),
    )


@pytest.mark.parametrize("kind", TRIED)
def test_a_part_is_named_by_table_and_id(kind):
    assert part_of(part_key(kind, rid("a-1"))) == (kind, "a-1")


@pytest.mark.parametrize("key", ["", "/", "sections", "sections/", "moons/a", "/a", "Sections/a"])
def test_what_names_no_table_and_record_is_no_part(key):
    assert part_of(key) is None


def test_the_id_of_a_requirement_keeps_its_stroke():
    assert part_of("attestations/pci/12.10.2") == (Kind.ATTESTATION, "pci/12.10.2")


def test_only_sections_that_guide_people_in_an_incident_are_practised():
    assert set(PRACTISED) < set(SECTION_KEYS)
    assert is_practised(Section(rid("recovery"), "Recovery"))
    assert not is_practised(Section(rid("recovery"), "Recovery", not_applicable="No systems"))
    assert is_practised(Section(rid("recovery"), "Recovery", not_applicable=" "))
    assert not is_practised(Section(rid("definitions"), "Definitions"))
