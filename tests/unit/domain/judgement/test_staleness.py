from dataclasses import replace

import pytest

from app.domain.judgement.context import Context
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.linting.rule import RecordRule, Speaking
from app.domain.judgement.reach import reach_of
from app.domain.judgement.staleness import Staleness
from app.domain.judgement.word_index import words_in
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import TEMPLATE, TODAY

LEAD, COMMS = role("lead", holder=rid("ada")), role("comms", holder=rid("bob"))
RANSOM, LEAK = Playbook(rid("ransom"), "Ransomware"), Playbook(rid("leak"), "Leak")
STEPS = [
    PlaybookStep(rid("s-1"), rid("ransom"), Phase.CLOSE, "Tell the CERT.", rid("lead")),
    PlaybookStep(rid("s-2"), rid("leak"), Phase.CLOSE, "Close it.", rid("comms")),
    PlaybookStep(rid("s-3"), rid("leak"), Phase.CLOSE, "Tell the bank.", rid("gone")),
]
CERT = Obligation(rid("cert"), "CERT")
ROOT = TreeNode(rid("n-1"), rid("t"), None, NodeTarget.GROUP)
CALL = TreeNode(rid("n-2"), rid("t"), rid("n-1"), NodeTarget.ROLE, "lead")
ADA, BOB = person("ada"), person("bob")
PLAN = plan_with(ADA, BOB, LEAD, COMMS, RANSOM, LEAK, *STEPS, CERT, ROOT, CALL)


def rule(kind=Kind.STEP, **declared):
    return RecordRule("any", kind, lambda context, record: (), **declared)


def kinds(*each):
    return frozenset(each)


def stale(rule, *changes, sections=(), found=()):
    staleness = Staleness(rule, PLAN)
    plan = apply(PLAN, changes)
    context = Context(plan, {}, TEMPLATE, TODAY, Linkage(plan))
    return sorted(staleness.records(context, reach_of(changes), sections, found))


RENAMED = put(PLAN, role("lead", "Leader", holder=rid("ada")))
BOB_GOES = remove(PLAN, Kind.PERSON, rid("bob"))
LEAD_GOES = remove(PLAN, Kind.ROLE, rid("lead"))
ADA_RENAMED = put(PLAN, person("ada", "Ada Bell"))


@pytest.mark.parametrize(
    ("judging", "change", "expected"),
    [
        (rule(), put(PLAN, replace(STEPS[0], action="Stop.")), ["s-1"]),
        (rule(), remove(PLAN, Kind.STEP, rid("s-1")), ["s-1"]),
        (rule(), RENAMED, []),
        (rule(reads=kinds(Kind.ROLE)), RENAMED, ["s-1"]),
        (rule(reads=kinds(Kind.ROLE)), put(PLAN, role("gone")), ["s-3"]),
        (rule(reads=kinds(Kind.ROLE)), ADA_RENAMED, []),
        (rule(reads=kinds(Kind.ROLE, Kind.PERSON)), ADA_RENAMED, ["s-1"]),
        (rule(reads=kinds(Kind.ROLE, Kind.PERSON)), BOB_GOES, ["s-2"]),
        (rule(looks_up=kinds(Kind.ROLE)), RENAMED, []),
        (rule(looks_up=kinds(Kind.ROLE)), put(PLAN, COMMS, 0), []),
        (rule(looks_up=kinds(Kind.ROLE)), LEAD_GOES, ["s-1"]),
        (rule(reads=kinds(Kind.ROLE), looks_up=kinds(Kind.PERSON)), ADA_RENAMED, []),
        (rule(reads=kinds(Kind.ROLE), looks_up=kinds(Kind.PERSON)), BOB_GOES, ["s-2"]),
    ],
)
def test_a_record_is_stale_when_one_that_it_looks_at_changed(judging, change, expected):
    assert stale(judging, change) == expected


@pytest.mark.parametrize(
    ("judging", "change", "expected"),
    [
        ({}, put(PLAN, replace(STEPS[1], action="Stop.")), ["leak"]),
        ({}, put(PLAN, replace(STEPS[1], playbook=rid("ransom"))), ["leak", "ransom"]),
        ({}, remove(PLAN, Kind.STEP, rid("s-1")), ["ransom"]),
        ({}, put(PLAN, STEPS[2], 0), ["leak"]),
        ({}, RENAMED, []),
        ({"reads": kinds(Kind.ROLE)}, RENAMED, ["ransom"]),
        ({"reads": kinds(Kind.ROLE, Kind.PERSON)}, put(PLAN, person("bob", "Bo")), ["leak"]),
        ({"looks_up": kinds(Kind.ROLE)}, RENAMED, []),
        ({"looks_up": kinds(Kind.ROLE)}, put(PLAN, role("gone")), ["leak"]),
    ],
)
def test_a_record_is_stale_when_what_names_it_or_lies_behind_that_changed(
    judging, change, expected
):
    assert stale(rule(Kind.PLAYBOOK, named_by=kinds(Kind.STEP), **judging), change) == expected


def test_a_record_can_be_named_by_others_of_its_kind():
    judging = rule(Kind.TREE_NODE, named_by=kinds(Kind.TREE_NODE), reads=kinds(Kind.ROLE))

    assert stale(judging, RENAMED) == ["n-1", "n-2"]


def tells(step):
    return words_in(step.action) if "Tell" in step.action else frozenset()


SCANS = kinds(Kind.OBLIGATION)
SPEAKING = Speaking(tells, lambda duty: frozenset({duty.name, duty.recipient} - {""}))


def test_a_scanned_table_concerns_all_records_unless_the_rule_knows_better():
    changed = put(PLAN, Obligation(rid("cert"), "bank"))

    def mentions(step, duty):
        return duty.name in step.action

    assert stale(rule(scans=SCANS), changed) == ["s-1", "s-2", "s-3"]
    assert stale(rule(scans=SCANS, mentions=mentions), changed) == ["s-1", "s-3"]
    assert stale(rule(scans=SCANS, mentions=mentions), put(PLAN, CERT, 0)) == ["s-1"]


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        (Obligation(rid("cert"), "bank"), ["s-1", "s-3"]),
        (Obligation(rid("cert"), "CERT", "the bank"), ["s-1", "s-3"]),
        (Obligation(rid("cert"), "CERT of the bank"), ["s-1"]),
        (Obligation(rid("cert"), "CERTs"), ["s-1"]),
        (Obligation(rid("new"), "Close"), []),
        (Obligation(rid("new"), "-"), ["s-1", "s-3"]),
    ],
)
def test_a_record_is_stale_when_it_has_the_words_of_a_name_that_was_or_is(duty, expected):
    assert stale(rule(scans=SCANS, speaking=SPEAKING), put(PLAN, duty)) == expected


def test_other_tables_leave_what_speaks_of_a_scanned_one_alone():
    assert stale(rule(scans=SCANS, speaking=SPEAKING), ADA_RENAMED) == []


BY_REGIME = {Kind.OBLIGATION: lambda duty: duty.regime}


@pytest.mark.parametrize(
    ("duty", "found", "expected"),
    [
        (replace(CERT, recipient="the bank"), (), ["s-3"]),
        (replace(CERT, recipient="the bank"), ("s-1",), ["s-1", "s-3"]),
        (replace(CERT, recipient="the bank", regime="r"), (), ["s-1", "s-3"]),
        (replace(CERT, trigger="Other."), (), []),
        (replace(CERT, trigger="Other."), ("s-1", "s-2", "s-3"), ["s-1"]),
        (replace(CERT, regime="r"), (), ["s-1"]),
    ],
)
def test_a_name_that_stays_matters_to_findings_only_unless_what_decides_changes(
    duty, found, expected
):
    judging = rule(scans=SCANS, speaking=SPEAKING, decides=BY_REGIME)

    assert stale(judging, put(PLAN, duty), found=found) == expected


BY_HOLDER = {Kind.ROLE: lambda role: role.holder}


@pytest.mark.parametrize(
    ("change", "found", "expected"),
    [
        (RENAMED, (), []),
        (RENAMED, ("s-1", "s-2"), ["s-1"]),
        (put(PLAN, role("lead", holder=rid("bob"))), (), ["s-1"]),
        (LEAD_GOES, (), ["s-1"]),
        (put(PLAN, role("gone")), (), ["s-3"]),
        (BOB_GOES, (), ["s-2"]),
    ],
)
def test_what_does_not_decide_concerns_only_records_with_findings(change, found, expected):
    judging = rule(reads=kinds(Kind.ROLE, Kind.PERSON), decides=BY_HOLDER)

    assert stale(judging, change, found=found) == expected


def test_what_does_not_decide_is_followed_through_what_names_the_record():
    judging = rule(
        Kind.PLAYBOOK,
        named_by=kinds(Kind.STEP),
        reads=kinds(Kind.ROLE),
        decides=BY_HOLDER,
    )

    assert stale(judging, RENAMED) == []
    assert stale(judging, RENAMED, found=("ransom", "leak")) == ["ransom"]


def test_what_speaks_of_a_scanned_one_follows_each_edit():
    staleness = Staleness(rule(scans=SCANS, speaking=SPEAKING), PLAN)

    def after(plan, *changes):
        plan = apply(plan, changes)
        context = Context(plan, {}, TEMPLATE, TODAY, Linkage(plan))
        return plan, sorted(staleness.records(context, reach_of(changes)))

    plan, _ = after(PLAN, put(PLAN, replace(STEPS[0], action="Stop.")))
    plan, _ = after(plan, put(plan, replace(STEPS[1], action="Tell of the New duty.")))
    plan, _ = after(plan, remove(plan, Kind.STEP, rid("s-3")))

    assert after(plan, put(plan, Obligation(rid("new"), "New")))[1] == ["s-2"]


def test_sections_are_stale_to_a_rule_that_follows_answers():
    sections = [rid("scope")]

    assert stale(rule(Kind.SECTION, follows_answers=True), sections=sections) == ["scope"]
    assert stale(rule(Kind.SECTION), sections=sections) == []
