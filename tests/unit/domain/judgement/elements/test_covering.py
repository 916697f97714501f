import pytest

from app.domain.judgement.elements.element import Covered, Is
from app.domain.judgement.elements.probes import probe_for
from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.elements.judging import counts, gap
from tests.unit.domain.judgement.subjects import context

CONTAINED = Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Is("phase", (Phase.CONTAIN,)),))
LEAK, RANSOM = Playbook(rid("leak"), "Leak"), Playbook(rid("ransom"), "Ransom")


def step(key, playbook, phase=Phase.CONTAIN):
    return PlaybookStep(rid(key), rid(playbook), phase, "Act")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((step("a", "leak"), step("b", "ransom"), step("c", "leak")), (2, 2)),
        ((step("a", "leak"), step("b", "ransom", Phase.CLOSE)), (1, 2)),
        ((step("a", "gone"),), (0, 2)),
        ((), (0, 2)),
    ],
)
def test_every_record_must_be_named(steps, expected):
    assert counts(CONTAINED, LEAK, RANSOM, *steps) == expected


def test_an_empty_table_is_not_covered():
    assert counts(CONTAINED, step("a", "leak")) == (0, 1)
    assert gap(CONTAINED) == "there are no playbooks"


def test_those_nobody_names_are_counted():
    assert gap(CONTAINED, LEAK, RANSOM, step("a", "leak")) == "1 of 2 playbooks without it"


def followed(plan, *edits):
    """The outcome after each of `edits`, and from scratch."""
    probe = probe_for(context(*_records(plan)), CONTAINED)
    for edit in edits:
        changes = (edit(plan),)
        plan = apply(plan, changes)
        now = context(*_records(plan))
        probe.update(now, reach_of(changes))
        assert probe.outcome(now) == probe_for(now, CONTAINED).outcome(now)
        yield _done(probe.outcome(now))


def _done(found):
    assert found is not None
    return found.done


def _records(plan):
    return [record for kind, record in plan.records() if kind in (Kind.PLAYBOOK, Kind.STEP)]


def test_it_follows_edits_in_either_table():
    plan = plan_with(LEAK, step("a", "leak"), step("b", "leak"))

    done = followed(
        plan,
        lambda plan: remove(plan, Kind.STEP, rid("a")),
        lambda plan: put(plan, step("b", "ransom")),
        lambda plan: put(plan, RANSOM),
        lambda plan: put(plan, step("b", "ransom", Phase.CLOSE)),
        lambda plan: put(plan, step("b", "leak")),
        lambda plan: remove(plan, Kind.PLAYBOOK, rid("leak")),
    )

    assert list(done) == [1, 0, 1, 0, 1, 0]
