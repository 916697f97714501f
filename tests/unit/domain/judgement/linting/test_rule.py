"""What holds for every rule: codes, weights and sentences."""

import re
from collections import Counter
from typing import Any

import pytest

from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting import RECORD_RULES, RULES
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.classification import SampleIncident
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.records import Records
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import (
    EMAIL,
    TEMPLATE,
    TODAY,
    judged,
    matrix,
    severities,
    text,
)

WEIGHTS = {
    "answer.open": Weight.WARN,
    "contact.no-channel": Weight.WARN,
    "contact.no-out-of-band": Weight.WARN,
    "contact.no-out-of-band-channel": Weight.WARN,
    "contact.none": Weight.BLOCKS,
    "contact.unverified": Weight.WARN,
    "distribution.none": Weight.WARN,
    "exercise.none-held": Weight.WARN,
    "exercise.none-planned": Weight.WARN,
    "exercise.old": Weight.WARN,
    "log-source.none": Weight.WARN,
    "matrix.empty-cell": Weight.WARN,
    "matrix.none": Weight.WARN,
    "matrix.not-monotone": Weight.WARN,
    "metric.none": Weight.WARN,
    "obligation.no-contact": Weight.WARN,
    "obligation.no-deadline": Weight.WARN,
    "obligation.no-owner": Weight.WARN,
    "obligation.no-regime": Weight.WARN,
    "obligation.none": Weight.WARN,
    "obligation.unverified": Weight.WARN,
    "party.no-channel": Weight.WARN,
    "party.no-insurer": Weight.HINT,
    "party.no-retainer": Weight.HINT,
    "playbook.empty": Weight.WARN,
    "playbook.none": Weight.WARN,
    "playbook.unknown-severity": Weight.WARN,
    "raci.accountable": Weight.WARN,
    "raci.nobody-acts": Weight.WARN,
    "raci.none": Weight.WARN,
    "raci.unknown-role": Weight.WARN,
    "review.no-date": Weight.WARN,
    "review.overdue": Weight.WARN,
    "role.no-deputy": Weight.WARN,
    "role.no-duties": Weight.WARN,
    "role.no-grant": Weight.HINT,
    "role.no-holder": Weight.WARN,
    "role.none": Weight.BLOCKS,
    "role.overloaded": Weight.WARN,
    "sample.elsewhere": Weight.WARN,
    "section.empty": Weight.BLOCKS,
    "severity.few-levels": Weight.BLOCKS,
    "severity.no-escalation-time": Weight.WARN,
    "severity.no-meaning": Weight.WARN,
    "severity.no-response-time": Weight.WARN,
    "step.no-role": Weight.WARN,
    "text.dead-reference": Weight.WARN,
    "text.open-variable": Weight.BLOCKS,
    "text.placeholder": Weight.BLOCKS,
    "text.weak-duty": Weight.HINT,
    "text.withdrawn-standard": Weight.WARN,
    "training.none": Weight.WARN,
    "tree.no-way-on": Weight.WARN,
    "tree.none": Weight.WARN,
    "tree.unknown-target": Weight.WARN,
    "version.approved-by-author": Weight.BLOCKS,
    "version.no-approver": Weight.HINT,
}
"""Every code ever released and its weight: reports, exports and accepted findings go by them."""

LONG_AGO = TODAY.replace(year=2020)

FAULTY = plan_with(
    text("purpose", "TODO: {{why}} should follow CSF 1.1, 800-61r2. [](role:gone)"),
    text("scope", ""),
    person("ada", "Ada Bell", channels=(EMAIL,)),
    person("bob", "Bob Ray"),
    Party(rid("cert"), "The CERT", PartyKind.CSIRT),
    *[role(f"r-{at}", f"Role {at}", authority=("All",), holder=rid("ada")) for at in range(4)],
    role("r-9", "Role 9", holder=rid("gone")),
    RaciActivity(rid("row"), "Declare it", (RaciAssignment(rid("gone"), Raci.INFORMED),)),
    TreeNode(rid("n-1"), rid("t"), rid("n-0"), NodeTarget.PERSON, "ada"),
    TreeNode(rid("n-2"), rid("t"), rid("n-0"), NodeTarget.ROLE, "gone"),
    *severities("High", "Low"),
    *matrix([[2, 1], [1, 0]]),
    SampleIncident(rid("flood"), "A flood", rid("imp-1"), rid("urg-1"), rid("sev-1")),
    Playbook(rid("leak"), "Data leak", floor=rid("gone")),
    PlaybookStep(rid("s-1"), rid("ransom"), Phase.CLOSE, "Close it."),
    Playbook(rid("ransom"), "Ransomware"),
    Obligation(rid("duty"), "A duty", confidence="memory"),
    Exercise(rid("ex"), "Table-top", on=LONG_AGO, state=ExerciseState.HELD),
    Version(rid("v-1"), "1.0", LONG_AGO, author="Ada", approvers=("Ada",)),
    Version(rid("v-2"), "2.0"),
    profile=Profile(review_months=6),
)
"""A plan with every fault that a record can have."""

EMPTY = plan_with()


def findings(plan: Plan) -> tuple[Finding, ...]:
    return judged(plan).findings()


EVERY = (*findings(FAULTY), *findings(EMPTY))


def known_ids() -> set[str]:
    """Ids of records with a name of their own, none of which is an English word."""
    named = (
        record.id
        for _, record in FAULTY.records()
        if hasattr(record, "name") and re.search(r"[-0-9]", record.id)
    )
    return {*named, "ada", "bob", "ransom"}


def test_codes_and_weights_stay_as_they_were_released():
    assert {finding.code: finding.weight for finding in EVERY} == WEIGHTS


@pytest.mark.parametrize("finding", EVERY, ids=lambda finding: finding.key)
def test_reason_and_fix_are_one_sentence_each(finding):
    one_sentence = re.compile(r"[“A-Z](?:[^.!?]|[.!?](?! [“A-Z]))*[.?]")

    assert one_sentence.fullmatch(finding.reason)
    assert one_sentence.fullmatch(finding.fix)


def test_a_reason_tells_names_and_not_ids():
    told = [
        (finding.reason, key)
        for finding in EVERY
        for key in known_ids()
        if re.search(rf"(?<![\w-]){key}(?![\w-])", finding.reason)
    ]

    assert len(known_ids()) > 10
    assert told == []


def test_a_finding_points_at_a_record_of_the_plan_or_at_a_section():
    astray = [
        finding
        for finding in findings(FAULTY)
        if finding.record not in (*FAULTY.table(finding.kind), finding.section)
        and finding.code != "matrix.empty-cell"
    ]

    assert astray == []


def test_every_rule_has_a_name_of_its_own():
    codes = Counter([rule.code for rule in RECORD_RULES] + [rule.code for rule in RULES])

    assert set(codes.values()) == {1}


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_a_rule_of_records_finds_what_it_is_named_after(rule: RecordRule):
    judgement = judged(FAULTY)

    about = {finding.kind for finding in judgement.findings() if finding.code == rule.code}

    assert about == {rule.kind}


class Watched:
    """A plan that notes which tables are asked for."""

    def __init__(self, plan: Plan) -> None:
        self.looked_at: set[str] = set()
        self._plan = plan

    def __getattr__(self, name: str) -> object:
        self.looked_at.add("profiles" if name == "profile" else name)
        return getattr(self._plan, name)

    def table(self, kind: Kind) -> Records[Any]:
        self.looked_at.add(kind.value)
        return self._plan.table(kind)

    def find(self, kind: Kind, key: RecordId) -> Record | None:
        return self.table(kind).get(key)


def watched(plan: Any) -> Context:
    return Context(Watched(plan), all_answers(plan), TEMPLATE, TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_of_plans_reads_just_the_tables_it_looks_at(rule: PlanRule):
    looked_at: set[str] = set()

    for plan in (FAULTY, EMPTY):
        context = watched(plan)
        list(rule.judge(context))
        looked_at |= context.plan.looked_at  # type: ignore[attr-defined]

    assert looked_at == {kind.value for kind in rule.reads}


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_a_rule_of_records_names_every_other_table_it_looks_at(rule: RecordRule):
    context = watched(FAULTY)

    for record in FAULTY.table(rule.kind).values():
        list(rule.judge(context, record))

    named = {kind.value for kind in rule.reads | rule.looks_up}
    followed = {"answers", "profiles"} if rule.follows_answers else set()
    assert context.plan.looked_at <= named | followed  # type: ignore[attr-defined]


def test_a_plan_without_any_record_has_no_finding_about_one():
    assert all(finding.record == finding.section for finding in findings(EMPTY))
