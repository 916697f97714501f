from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan import changes
from app.domain.plan.axes import SCHEME
from app.domain.plan.classification import JudgedImpact
from app.domain.plan.kinds import Kind
from app.domain.plan.links import LINKS, named
from app.services.classifying.losses import Cost, Loss
from app.services.classifying.schemes import SCALES, proposed, scheme
from app.services.classifying.switching import CARRIED, switched
from app.services.classifying.touched import linked
from tests.builders import plan_with, rid
from tests.unit.services.classifying.shelf import (
    HOUR,
    QUARTER,
    TEMPLATE,
    any_matches,
    lived_with,
)

PLAN = lived_with()
TWO_LEVELS = scheme(PLAN, TEMPLATE, "two")


def after(plan=PLAN, matches=None, *, keep=True):
    found = switched(plan, TEMPLATE, TWO_LEVELS, matches or proposed(plan, TWO_LEVELS), keep=keep)
    return changes.apply(plan, found.changes), found


def test_levels_scales_and_matrix_are_those_of_the_new_scheme():
    plan, _ = after()

    assert [level.name for level in plan.severities.values()] == [
        "Major incident",
        "Minor incident",
    ]
    assert list(plan.impacts) == ["grade-1", "grade-2"]
    assert list(plan.urgencies) == ["pace-1", "pace-2"]
    assert len(plan.matrix) == 4
    assert plan.answers[SCHEME].value == "two"


def test_links_follow_the_levels():
    plan, _ = after()

    assert plan.trees[rid("calls")].starts_at == "s1"
    assert plan.trees[rid("any")].starts_at is None
    assert plan.playbooks[rid("lock")].floor == "s2"
    assert plan.activations[rid("flood")].severity == "s1"


def test_a_level_without_counterpart_opens_what_names_it_and_is_told():
    matches = proposed(PLAN, TWO_LEVELS)
    matches[Kind.SEVERITY] = {**matches[Kind.SEVERITY], rid("s2"): None}

    plan, found = after(matches=matches)

    assert plan.trees[rid("calls")].starts_at is None
    told = {(loss.cost, loss.kind, loss.record) for loss in found.losses}
    assert (Cost.LEVEL, Kind.SEVERITY, "s2") in told
    assert (Cost.REFERENCE, Kind.TREE, "calls") in told


def test_times_and_people_are_carried_over_from_the_worst_level_replaced():
    own = replace(
        PLAN.severities[rid("s1")], respond_in_hours=QUARTER, declared_by=rid("lead"), informed=()
    )
    before = replace(PLAN, severities=PLAN.severities.put(own))

    kept, _ = after(before)
    fresh, _ = after(before, keep=False)

    assert [getattr(kept.severities[rid("s1")], field) for field in CARRIED] == [
        getattr(own, field) for field in CARRIED
    ]
    assert fresh.severities[rid("s1")].respond_in_hours == HOUR


def test_roles_the_plan_does_not_have_are_not_brought_in():
    fresh, _ = after(keep=False)

    assert fresh.severities[rid("s1")].informed == ("lead",)
    assert fresh.severities[rid("s1")].declared_by is None
    assert fresh.severities[rid("s2")].declared_by == "lead"


def test_a_new_level_that_replaces_none_is_as_the_template_has_it():
    matches = proposed(PLAN, TWO_LEVELS)
    matches[Kind.SEVERITY] = dict.fromkeys(PLAN.severities, rid("s2"))

    plan, _ = after(matches=matches)

    assert plan.severities[rid("s1")].respond_in_hours == HOUR


def test_drafted_samples_are_replaced_and_own_ones_follow():
    plan, found = after()

    assert list(plan.samples) == ["brought", "own"]
    own = plan.samples[rid("own")]
    assert {own.impact, own.urgency, own.expected} <= {"grade-1", "grade-2", "pace-2", "s2"}
    assert not [loss for loss in found.losses if loss.record == "drafted"]


def test_an_own_sample_without_levels_goes_and_one_that_fails_is_told():
    matches = proposed(PLAN, TWO_LEVELS)
    without = {**matches, Kind.URGENCY: {rid("u1"): rid("pace-1"), rid("u2"): None}}
    wrong = {**matches, Kind.SEVERITY: dict.fromkeys(PLAN.severities, rid("s1"))}
    wrong[Kind.IMPACT] = dict.fromkeys(PLAN.impacts, rid("grade-2"))

    gone, lost = after(matches=without)
    kept, failing = after(matches=wrong)

    assert rid("own") not in gone.samples
    assert (Cost.SAMPLE, "own") in {(loss.cost, loss.record) for loss in lost.losses}
    assert rid("own") in kept.samples
    assert (Cost.FAILING, "own") in {(loss.cost, loss.record) for loss in failing.losses}


def test_what_a_sample_was_judged_by_follows_and_is_told_of_where_it_cannot():
    worse = JudgedImpact(rid("data"), rid("i2"))
    milder = JudgedImpact(rid("money"), rid("i3"))
    own = replace(PLAN.samples[rid("own")], judged=(worse, milder))
    matches = proposed(PLAN, TWO_LEVELS)
    matches[Kind.IMPACT] = {**matches[Kind.IMPACT], rid("i3"): None}

    plan, found = after(replace(PLAN, samples=PLAN.samples.put(own)), matches)

    kept = plan.samples[rid("own")]
    assert kept.judged == (JudgedImpact(rid("data"), kept.impact),)
    assert Loss(Cost.REFERENCE, Kind.SAMPLE, rid("own"), "judged") in found.losses


def test_an_own_sample_of_the_same_id_stays_instead_of_the_new_one():
    own = replace(PLAN.samples[rid("own")], id=rid("brought"))
    before = replace(PLAN, samples=PLAN.samples.put(own))

    plan, _ = after(before)

    assert plan.samples[rid("brought")].description == own.description


def test_a_plan_without_any_level_takes_the_scheme():
    plan, found = after(plan_with())

    assert len(plan.severities) == 2
    assert found.losses == ()


@settings(max_examples=60, deadline=None)
@given(any_matches(PLAN, TWO_LEVELS), st.booleans())
def test_whatever_is_matched_nothing_dangles_all_is_told_and_undo_gives_the_start(matches, keep):
    plan, found = after(matches=matches, keep=keep)

    assert changes.apply(plan, changes.invert(found.changes)) == PLAN
    for kind, fields in LINKS.items():
        for field, target in fields.items():
            if target in {*SCALES, Kind.CELL, Kind.SAMPLE}:
                for record in plan.table(kind).values():
                    assert set(named(record, field)) <= set(plan.table(target))
    told = {(loss.kind, loss.record, loss.field) for loss in found.losses}
    for kind, record, field, target in linked(PLAN):
        (old,) = named(record, field)
        now = named(plan.table(kind)[record.id], field)
        wanted = matches[target][old]
        assert now == (() if wanted is None else (wanted,))
        assert ((kind, record.id, field) in told) == (wanted is None)
    assert rid("own") in plan.samples or (Kind.SAMPLE, rid("own"), "") in told
