"""What holds for every rule: codes, weights and sentences."""

import re
from collections import Counter

import pytest

from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting import COUNT_RULES, RECORD_RULES, RULES
from app.domain.judgement.linting.rule import CountRule, PlanRule, RecordRule
from app.domain.judgement.regimes import Suits
from app.domain.judgement.standards import Standards
from app.domain.judgement.tally import Tally
from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Version
from app.domain.plan.lessons import Lesson
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.people import ChannelKind, Party, PartyKind
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.domain.plan.sections import Answer
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.deadlines.clocks import regime
from tests.unit.domain.judgement.linting.watching import Watched, in_view, watched
from tests.unit.domain.judgement.subjects import (
    EMAIL,
    MOBILE,
    SOON,
    TEMPLATE,
    TODAY,
    matrix,
    severities,
    text,
)

WEIGHTS = {
    "answer.open": Weight.WARN,
    "branch.elsewhere": Weight.WARN,
    "branch.loop": Weight.WARN,
    "branch.no-answer": Weight.WARN,
    "branch.no-decision": Weight.WARN,
    "branch.unknown-step": Weight.WARN,
    "contact.no-channel": Weight.WARN,
    "contact.no-out-of-band": Weight.WARN,
    "contact.no-out-of-band-channel": Weight.WARN,
    "contact.none": Weight.BLOCKS,
    "contact.unverified": Weight.WARN,
    "distribution.none": Weight.WARN,
    "exercise.no-results": Weight.WARN,
    "exercise.none-held": Weight.WARN,
    "exercise.none-planned": Weight.WARN,
    "exercise.old": Weight.WARN,
    "lesson.overdue": Weight.WARN,
    "log-source.none": Weight.WARN,
    "matrix.empty-cell": Weight.WARN,
    "matrix.none": Weight.WARN,
    "matrix.not-monotone": Weight.WARN,
    "metric.none": Weight.WARN,
    "obligation.no-contact": Weight.WARN,
    "obligation.no-content": Weight.WARN,
    "obligation.no-deadline": Weight.WARN,
    "obligation.no-message": Weight.WARN,
    "obligation.no-owner": Weight.WARN,
    "obligation.no-regime": Weight.WARN,
    "obligation.none": Weight.WARN,
    "obligation.unverified": Weight.WARN,
    "party.no-channel": Weight.WARN,
    "party.no-insurer": Weight.HINT,
    "party.no-retainer": Weight.HINT,
    "party.unverified": Weight.WARN,
    "playbook.empty": Weight.WARN,
    "playbook.never-starts": Weight.WARN,
    "playbook.none": Weight.WARN,
    "playbook.unknown-severity": Weight.WARN,
    "playbook.untried": Weight.HINT,
    "promise.no-owner": Weight.HINT,
    "raci.accountable": Weight.WARN,
    "raci.nobody-acts": Weight.WARN,
    "raci.only-informed": Weight.WARN,
    "raci.none": Weight.WARN,
    "raci.unknown-role": Weight.WARN,
    "regime.drift": Weight.WARN,
    "regime.missing": Weight.WARN,
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
    "section.untried": Weight.HINT,
    "severity.few-levels": Weight.BLOCKS,
    "severity.no-escalation-time": Weight.WARN,
    "severity.no-meaning": Weight.WARN,
    "severity.no-response-time": Weight.WARN,
    "severity.not-in-matrix": Weight.WARN,
    "severity.unknown-role": Weight.WARN,
    "step.no-role": Weight.WARN,
    "step.unknown-link": Weight.WARN,
    "step.unreachable": Weight.WARN,
    "text.dead-reference": Weight.WARN,
    "text.open-variable": Weight.BLOCKS,
    "text.placeholder": Weight.BLOCKS,
    "text.weak-duty": Weight.HINT,
    "text.withdrawn-standard": Weight.WARN,
    "time.answer": Weight.WARN,
    "time.obligation": Weight.WARN,
    "time.playbook": Weight.WARN,
    "time.severity": Weight.WARN,
    "time.step-obligation": Weight.WARN,
    "time.tree": Weight.WARN,
    "training.none": Weight.WARN,
    "tree.cut-off": Weight.WARN,
    "tree.fan-out": Weight.WARN,
    "tree.no-way-on": Weight.WARN,
    "tree.none": Weight.WARN,
    "tree.single-point": Weight.WARN,
    "tree.unknown-severity": Weight.WARN,
    "tree.unknown-target": Weight.WARN,
    "tree.unreachable": Weight.WARN,
    "version.approved-by-author": Weight.BLOCKS,
    "version.no-approver": Weight.HINT,
}
"""Every code ever released and its weight: reports, exports and accepted findings go by them."""

LONG_AGO = TODAY.replace(year=2020)
LATE = Duration(9, TimeUnit.HOURS)

OLD_LAW = regime(id="old", suits=Suits(jurisdictions=("XX",)))
FAULTY = plan_with(
    text("purpose", "TODO: {{why}} should follow CSF 1.1, 800-61r2. [](role:gone)"),
    text("contacts", "A report shall be assessed within 9 hours."),
    Answer(rid("triage.within"), rid("contacts"), SOON),
    text("classification", "S7 incidents: first response within 9 hours."),
    text("notification", "The GDPR notice is sent to the authority within 9 hours."),
    text("recovery", "Backups shall be tested every quarter."),
    text("scope", ""),
    person("ada", "Ada Bell", channels=(EMAIL,)),
    person("bob", "Bob Ray"),
    Party(rid("cert"), "The CERT", PartyKind.CSIRT),
    *[role(f"r-{at}", f"Role {at}", authority=("All",), holder=rid("ada")) for at in range(4)],
    role("r-9", "Role 9", holder=rid("gone")),
    RaciActivity(
        rid("row"),
        "Declare it",
        tuple(RaciAssignment(rid(key), Raci.INFORMED) for key in ("gone", "r-9")),
    ),
    TreeNode(rid("n-1"), rid("t"), rid("n-0"), NodeTarget.PERSON, "ada"),
    TreeNode(rid("n-2"), rid("t"), rid("n-0"), NodeTarget.ROLE, "gone", allowed=LATE),
    TreeNode(
        rid("n-3"), rid("t"), rid("n-1"), NodeTarget.PERSON, "ada", channels=(ChannelKind.PAGER,)
    ),
    TreeNode(rid("n-4"), rid("t"), rid("n-1"), NodeTarget.PARTY, "cert"),
    *[
        TreeNode(rid(f"{above}{at}"), rid("t"), rid(above), NodeTarget.PERSON, "ada")
        for above in ("n-2", "n-3", "n-4")
        for at in range(8)
    ],
    CommunicationTree(rid("t"), "Activation", starts_at=rid("sev-7")),
    CommunicationTree(rid("t-9"), "An old tree", starts_at=rid("gone")),
    *severities("High", "Low"),
    SeverityLevel(
        rid("sev-7"),
        "S7 Odd",
        7,
        respond_in_hours=SOON,
        escalate_in_hours=SOON,
        informed=(rid("gone"),),
    ),
    *matrix([[2, 1], [1, 0]]),
    SampleIncident(rid("flood"), "A flood", rid("imp-1"), rid("urg-1"), rid("sev-1")),
    Playbook(rid("leak"), "Data leak", floor=rid("gone")),
    PlaybookStep(rid("s-1"), rid("ransom"), Phase.ANALYSE, "Look at it.", within=LATE),
    PlaybookStep(
        rid("s-3"),
        rid("ransom"),
        Phase.CLOSE,
        "Close it.",
        decided_by=rid("gone"),
        message=rid("gone"),
    ),
    PlaybookStep(
        rid("s-2"), rid("ransom"), Phase.COMMUNICATE, "Send the GDPR notice within 9 hours."
    ),
    Playbook(rid("ransom"), "Ransomware", floor=rid("sev-7")),
    SeverityLevel(rid("sev-0"), "S0 Worst", 0),
    Playbook(rid("never"), "Never", floor=rid("sev-0")),
    Playbook(rid("maze"), "Maze"),
    PlaybookStep(
        rid("m-1"),
        rid("maze"),
        Phase.CLOSE,
        "Go round.",
        branches=(StepBranch("", rid("gone")), StepBranch("", rid("s-1"))),
    ),
    PlaybookStep(
        rid("m-2"), rid("maze"), Phase.CLOSE, "Go back.", branches=(StepBranch("", rid("m-1")),)
    ),
    PlaybookStep(rid("m-3"), rid("maze"), Phase.CLOSE, "Rest.", rid("r-9")),
    Obligation(rid("duty"), "A duty", confidence="memory"),
    Obligation(rid("gdpr"), "GDPR breach", steps=(ObligationStep("First notice", SOON),)),
    Exercise(
        rid("ex"),
        "Table-top",
        on=LONG_AGO,
        state=ExerciseState.HELD,
        exercised=("sections/recovery",),
    ),
    Lesson(rid("les-1"), "Nobody had the number.", due=LONG_AGO),
    Version(rid("v-1"), "1.0", LONG_AGO, author="Ada", approvers=("Ada",)),
    Version(rid("v-2"), "2.0"),
    profile=Profile(review_months=6),
)
"""A plan with every fault that a record can have."""

SOUND = plan_with(
    text(
        "purpose",
        "[](role:lead) [](person:ada) [](party:cert) [](severity:sev-1) [](section:recovery) "
        "[](playbook:leak) [](tree:t) [](obligation:gdpr)",
    ),
    text("notification", "The GDPR notice is sent to the authority within 4 hours."),
    text("recovery", "Backups shall be tested every quarter."),
    person("ada", channels=(MOBILE,), verified_on=TODAY),
    person("bob"),
    Party(rid("cert"), "The CERT", PartyKind.CSIRT, verified_on=TODAY),
    role("lead", holder=rid("ada"), deputies=(rid("bob"),)),
    RaciActivity(rid("row"), "Declare it", (RaciAssignment(rid("lead"), Raci.ACCOUNTABLE),)),
    CommunicationTree(rid("t"), "Activation", starts_at=rid("sev-1")),
    TreeNode(rid("n-1"), rid("t"), None, NodeTarget.PARTY, "cert"),
    TreeNode(rid("n-2"), rid("t"), rid("n-1"), NodeTarget.ROLE, "lead", allowed=LATE),
    TreeNode(rid("n-3"), rid("t"), rid("n-2"), NodeTarget.PERSON, "ada"),
    TreeNode(rid("n-4"), rid("t"), rid("n-1"), NodeTarget.PARTY, "cert"),
    SeverityLevel(rid("sev-1"), "High", 1, escalate_in_hours=SOON, informed=(rid("lead"),)),
    *matrix([[1]]),
    SampleIncident(rid("flood"), "A flood", rid("imp-1"), rid("urg-1"), rid("sev-1")),
    Playbook(rid("leak"), "Data leak", floor=rid("sev-1")),
    PlaybookStep(rid("s-1"), rid("leak"), Phase.CLOSE, "Close it.", rid("lead"), LATE),
    Obligation(
        rid("gdpr"),
        "GDPR breach",
        steps=(ObligationStep("First notice", SOON),),
        decision_owner=rid("lead"),
        contact=rid("cert"),
        message=rid("notice"),
    ),
    MessageTemplate(rid("notice"), "Notice"),
)
"""A plan whose records find whom they name."""

EMPTY = plan_with()
DRIFTED = plan_with(Obligation(rid("d-2"), "An old duty", regime="old", citation="§ 9"))


def findings(plan: Plan) -> tuple[Finding, ...]:
    return Judgement(plan, TEMPLATE, Standards(regimes=(regime(), OLD_LAW)), TODAY).findings()


_DRIFT = [item for item in findings(DRIFTED) if item.code == "regime.drift"]
EVERY = (*findings(FAULTY), *findings(EMPTY), *_DRIFT)


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
    codes = Counter(
        [rule.code for rule in RECORD_RULES]
        + [rule.code for rule in RULES]
        + [rule.code for rule in COUNT_RULES]
    )

    assert set(codes.values()) == {1}


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_a_rule_of_records_finds_what_it_is_named_after(rule: RecordRule):
    about = {finding.kind for finding in EVERY if finding.code == rule.code}

    assert about == {rule.kind}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_of_plans_reads_just_the_tables_it_looks_at(rule: PlanRule):
    kinds: set[Kind] = set()

    for plan in (FAULTY, EMPTY):
        watch = Watched(plan)
        list(rule.judge(watched(plan, watch)))
        kinds |= watch.kinds()

    assert kinds == rule.reads


@pytest.mark.parametrize("rule", COUNT_RULES, ids=lambda rule: rule.code)
def test_a_rule_of_counts_reads_just_the_tables_it_looks_at(rule: CountRule):
    kinds: set[Kind] = set()

    for plan in (FAULTY, EMPTY):
        for counts in (Tally(rule, plan).counts, Tally(rule, EMPTY).counts):
            watch = Watched(plan)
            list(rule.judge(watched(plan, watch), counts))
            kinds |= watch.kinds()

    assert kinds == rule.reads
    assert rule.kind not in kinds


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_a_rule_of_records_looks_at_no_record_it_does_not_declare(rule: RecordRule):
    whole = set(rule.scans)
    if rule.follows_answers:
        whole |= {Kind.ANSWER, Kind.PROFILE}
    hollow = rule.looks_up - rule.reads - rule.named_by

    for plan in (FAULTY, SOUND):
        for record in plan.table(rule.kind).values():
            watch = Watched(plan, hollow)
            list(rule.judge(watched(plan, watch), record))

            own = (rule.kind, record.id)
            strange = {name for name in watch.seen if name[0] not in whole} - {own}
            assert strange <= in_view(plan, rule, record)
            assert watch.asked <= {(own, kind) for kind in rule.named_by}


@pytest.mark.parametrize("rule", RECORD_RULES, ids=lambda rule: rule.code)
def test_a_rule_of_records_declares_no_more_than_it_looks_at(rule: RecordRule):
    kinds: set[Kind] = set()

    for plan in (FAULTY, SOUND):
        for record in plan.table(rule.kind).values():
            watch = Watched(plan)
            list(rule.judge(watched(plan, watch), record))
            kinds |= watch.kinds() | {kind for _, kind in watch.asked}

    declared = rule.reads | rule.looks_up | rule.named_by | rule.scans
    assert declared <= kinds


@pytest.mark.parametrize(
    "rule", [rule for rule in RECORD_RULES if rule.speaking], ids=lambda rule: rule.code
)
def test_a_record_that_speaks_of_nothing_scanned_is_judged_without_it(rule: RecordRule):
    speaking = rule.speaking
    assert speaking is not None
    mute = [item for item in FAULTY.table(rule.kind).values() if not speaking.words(item)]

    assert mute
    for record in mute:
        watch = Watched(FAULTY)
        assert list(rule.judge(watched(FAULTY, watch), record)) == []


def test_a_plan_without_any_record_has_no_finding_about_one():
    assert all(finding.record == finding.section for finding in findings(EMPTY))
