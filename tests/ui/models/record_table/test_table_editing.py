"""Removing several records at once, and what is told before."""

from dataclasses import replace
from functools import reduce

from app.domain.plan.changes import apply, put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.models.record_links import named_among, without
from ui.models.record_table.editing import removal_of
from ui.models.record_table.leaving import left_behind


def test_removing_many_at_once_is_removing_one_after_the_other(sample_plan):
    keys = tuple(sample_plan.people)[:5] + tuple(sample_plan.people)[-2:]

    changes = removal_of(sample_plan, Kind.PERSON, keys)

    one_by_one = reduce(lambda plan, key: without(plan, Kind.PERSON, key), keys, sample_plan)
    assert apply(sample_plan, changes) == one_by_one


def test_only_those_that_are_named_need_a_look(sample_plan):
    held = frozenset(role.holder for role in sample_plan.roles.values() if role.holder)
    idle = frozenset(sample_plan.people) - held

    assert held <= named_among(sample_plan, Kind.PERSON, frozenset(sample_plan.people))
    assert named_among(sample_plan, Kind.TERM, frozenset(sample_plan.terms)) == frozenset()
    assert not named_among(sample_plan, Kind.ROLE, idle)


def test_a_person_is_told_what_happens_elsewhere(qapp, sample_plan):
    level = next(iter(sample_plan.severities))
    keys = (level, tuple(sample_plan.severities)[1])
    changes = removal_of(sample_plan, Kind.SEVERITY, keys)

    said = left_behind(sample_plan, Kind.SEVERITY, keys, changes)

    assert said.splitlines()[0].startswith("Severity levels: ")
    assert "Removed with them: Matrix (" in said
    assert said.endswith("This can be undone.")


def test_sections_that_speak_of_them_are_named(qapp, sample_plan):
    role = next(iter(sample_plan.roles))
    scope = sample_plan.sections[RecordId("scope")]
    speaking = replace(scope, prose=f"Ask [them](role:{role}).")
    plan = apply(sample_plan, (put(sample_plan, speaking),))

    said = left_behind(plan, Kind.ROLE, (role,), removal_of(plan, Kind.ROLE, (role,)))

    assert f"Still mentioned in the text of: {scope.title}" in said


def test_of_many_only_some_are_named(qapp, sample_plan):
    keys = tuple(sample_plan.terms)

    said = left_behind(sample_plan, Kind.TERM, keys, removal_of(sample_plan, Kind.TERM, keys))

    assert f"and {len(keys) - 4} more" in said.splitlines()[0]
