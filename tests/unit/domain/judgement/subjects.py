"""What the tests of judgement judge: a small template, frameworks, and random edits."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.domain.interview.conditions import AllOf, Answered, AnyOf, Equals, Includes, Not
from app.domain.interview.questions import AnswerKind
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.requirements import (
    CheckKind,
    Confidence,
    Framework,
    FrameworkStatus,
    Requirement,
)
from app.domain.judgement.standards import Standards
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.classification import (
    ImpactLevel,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
    cell_id,
)
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import AcceptedFinding, Version
from app.domain.plan.ids import RecordId
from app.domain.plan.lessons import Activation, Lesson, LessonState
from app.domain.plan.obligations import NotificationDecision, Obligation, ObligationStep
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind, Person
from app.domain.plan.plan import Plan, Record
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.programme import (
    DistributionEntry,
    Exercise,
    ExerciseState,
    LogSource,
    Metric,
    Term,
    TrainingItem,
)
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment, Role
from app.domain.plan.sections import Answer, Section
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.domain.plan.upkeep import Upkeep
from tests.builders import plan_with, question, rid, section, template
from tests.unit.domain.judgement.elements.shelf import ELEMENTS

TODAY = date(2026, 11, 21)
SOON = Duration(4, TimeUnit.HOURS)
MOBILE = Channel(ChannelKind.MOBILE, "+49 170 0000", out_of_band=True)
EMAIL = Channel(ChannelKind.EMAIL, "ada@example.org")

TEMPLATE: PlanTemplate = template(
    section(
        "purpose",
        questions=(
            question("why", required=True),
            question("detail", required=True, when=Answered("why")),
            question("note"),
        ),
    ),
    section(
        "scope",
        questions=(
            question("ot", section="scope", required=True, when=Equals("profile.uses_ot", True)),
            question("eu", section="scope", required=True, when=Includes("regions", "EU")),
            question(
                "rest",
                section="scope",
                required=True,
                when=AnyOf((Not(Answered("why")), AllOf((Answered("note"), Answered("eu"))))),
            ),
        ),
    ),
    section(
        "contacts",
        questions=(
            question("regions", section="contacts", required=True),
            question(
                "triage.within",
                AnswerKind.DURATION,
                section="contacts",
                text="Within which time is a report assessed?",
            ),
        ),
    ),
)
"""Three sections whose questions depend on each other and on the profile."""


def judged(plan: Plan, *frameworks: Framework, template: PlanTemplate = TEMPLATE) -> Judgement:
    """A judgement of `plan` from scratch, made on `TODAY`."""
    return Judgement(plan, template, Standards(frameworks, ELEMENTS), TODAY)


def context(*records: Record, profile: Profile | None = None) -> Context:
    plan = plan_with(*records, profile=profile)
    return Context(plan, all_answers(plan), TEMPLATE, TODAY, Linkage(plan))


def found(code: str, *records: Record, profile: Profile | None = None) -> list[Finding]:
    """The findings of one code in a plan that holds only `records`."""
    findings = judged(plan_with(*records, profile=profile)).findings()
    return [finding for finding in findings if finding.code == code]


def text(key: str = "purpose", prose: str = "Text.", **fields: Any) -> Section:
    return Section(rid(key), key.title(), prose, **fields)


def severities(*names: str) -> list[SeverityLevel]:
    """Severity levels `sev-1`, `sev-2` and so on, the worst first."""
    return [
        SeverityLevel(rid(f"sev-{rank}"), name, rank) for rank, name in enumerate(names, start=1)
    ]


def matrix(rows: list[list[int]]) -> list[Record]:
    """Impacts by urgencies with the number of the severity in each cell; 0 leaves a hole."""
    cells: list[Record] = []
    for row, numbers in enumerate(rows, start=1):
        cells.append(ImpactLevel(rid(f"imp-{row}"), f"Impact{row}", row))
        for column, number in enumerate(numbers, start=1):
            if number:
                cells.append(cell(f"imp-{row}", f"urg-{column}", f"sev-{number}"))
    return cells + [
        UrgencyLevel(rid(f"urg-{column}"), f"Urgency{column}", column)
        for column in range(1, len(rows[0]) + 1)
    ]


def cell(impact: str, urgency: str, severity: str) -> MatrixCell:
    return MatrixCell(cell_id(impact, urgency), rid(impact), rid(urgency), rid(severity))


def requirement(key: str, *sections: str, **fields: Any) -> Requirement:
    values: dict[str, Any] = {"check": CheckKind.SECTION_NONEMPTY, "confidence": Confidence.HIGH}
    return Requirement(
        id=key,
        title=f"Title of {key}",
        text="Our words.",
        sections=sections,
        hint="",
        source="",
        **{**values, **fields},
    )


def framework(key: str, *requirements: Requirement) -> Framework:
    return Framework(
        id=key,
        name=key,
        publisher="",
        edition="1",
        published="2026",
        status=FrameworkStatus.CURRENT,
        kind="controls",
        licence="",
        read_on=TODAY,
        requirements=requirements,
    )


FRAMEWORKS = (
    framework(
        "plain",
        requirement("p-1", "purpose", needs=("answers", "words", "matrix")),
        requirement("p-2", "scope", "contacts", needs=("deputies", "fresh", "calls", "acts")),
        requirement("p-3", "purpose", check=CheckKind.ATTEST, needs=("any-answer", "where-ot")),
        requirement("p-4"),
    ),
    framework(
        "levels",
        requirement(
            "l-1", "contacts", baselines=("low", "high"), needs=("contained", "lawyer", "exercised")
        ),
        requirement(
            "l-2", "scope", "purpose", baselines=("high",), needs=("mixed", "asked-if", "where-why")
        ),
        requirement("l-3", "purpose", baselines=("low", "high"), withdrawn=True),
    ),
)
"""One framework without and one with baselines."""


def _ids(*keys: str) -> SearchStrategy[RecordId]:
    return st.sampled_from([rid(key) for key in keys])


def _some(strategy: SearchStrategy[Any], most: int = 2) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


_PEOPLE = _ids("ada", "bob", "cy")
_ROLES = _ids("lead", "comms", "legal")
_PARTIES = _ids("bsi", "insurer")
_SEVERITIES = _ids("sev-1", "sev-2", "sev-3")
_IMPACTS = _ids("imp-1", "imp-2", "imp-3")
_URGENCIES = _ids("urg-1", "urg-2", "urg-3")
_SECTIONS = _ids("purpose", "scope", "contacts", "classification", "notification")
_PLAYBOOKS = _ids("ransom", "leak")
_TREES = _ids("tree", "other-tree")
_NODES = _ids("node-1", "node-2", "node-3")
_QUESTIONS = (
    "triage.within",
    "why",
    "detail",
    "note",
    "ot",
    "eu",
    "rest",
    "regions",
    "profile.sector",
    "odd",
)
_NAMES = st.sampled_from(["One", "Two"])
_BLANKS = st.sampled_from(["", " ", "Words"])
_DAYS = st.sampled_from([None, date(2025, 1, 1), date(2026, 11, 1), date(2026, 12, 24)])
_SPANS = st.sampled_from([None, SOON, Duration(9, TimeUnit.HOURS)])
_PROSE = st.lists(
    st.sampled_from(
        [
            "Words.",
            "TODO",
            "It should work, see CSF 1.1 and NIST SP 800-61 Rev. 2.",
            "{{why}}",
            "{{ note }} and {{why}}",
            "{{organisation}}",
            "{{profile.sector}}",
            "[Ada](person:ada)",
            "[x](role:lead) [y](section:scope)",
            "[](severity:sev-1)",
            "[](party:bsi) [](tree:tree) [](playbook:leak) [](obligation:gdpr)",
            "Severity One: first response within 9 hours.",
            "A report shall be assessed within 9 hours.",
            "The notice of Two is sent within 9 hours.",
            "Backups shall be tested every quarter.",
        ]
    ),
    max_size=3,
).map("\n\n".join)
_PARTS = st.sampled_from(["playbooks/leak", "sections/contacts", "sections/notification", "gone/x"])
_VALUES = st.sampled_from(["", " ", "Because.", True, 0, (), ("EU",), ("", " "), SOON])
_ACCEPTED = _ids(
    "section.empty/sections/purpose", "contact.none/sections/contacts", "role.none/sections/roles"
)
_REQUIREMENTS = _ids("plain/p-1", "plain/p-3", "levels/l-2", "gone/g-1")

PROFILES = st.builds(
    Profile,
    short_name=st.sampled_from(["", "Acme"]),
    sector=_BLANKS,
    uses_ot=st.sampled_from([None, True, False]),
    insurer=_BLANKS,
    frameworks=st.sampled_from([(), ("plain",), ("levels", "plain", "levels"), ("gone",)]),
    baseline=st.sampled_from(["", "low", "High ", "odd"]),
    review_months=st.sampled_from([None, 6, 24]),
)
"""The one record that can only be replaced."""

RECORDS: SearchStrategy[Record] = st.one_of(
    st.builds(Section, _SECTIONS, _NAMES, _PROSE, not_applicable=_BLANKS),
    st.builds(Answer, _ids(*_QUESTIONS), _SECTIONS, _VALUES),
    st.builds(
        Person,
        _PEOPLE,
        _NAMES,
        channels=_some(st.sampled_from([MOBILE, EMAIL])),
        verified_on=_DAYS,
    ),
    st.builds(
        Party,
        _PARTIES,
        _NAMES,
        st.sampled_from(PartyKind),
        channels=_some(st.just(EMAIL)),
        verified_on=_DAYS,
    ),
    st.builds(
        Role,
        _ROLES,
        _NAMES,
        duties=_some(_NAMES),
        authority=_some(_NAMES),
        granted_by=_BLANKS,
        holder=st.none() | _PEOPLE,
        deputies=_some(_PEOPLE),
    ),
    st.builds(
        RaciActivity,
        _ids("declare", "notify"),
        _NAMES,
        _some(st.builds(RaciAssignment, _ROLES, st.sampled_from(Raci)), 3),
    ),
    st.builds(CommunicationTree, _TREES, _NAMES, starts_at=st.none() | _SEVERITIES),
    st.builds(
        TreeNode,
        _NODES,
        _TREES,
        st.none() | _NODES,
        st.sampled_from(NodeTarget),
        st.sampled_from(["", "ada", "bob", "lead", "comms", "bsi"]),
        st.sampled_from(["", "Everybody"]),
        _some(st.sampled_from(ChannelKind)),
        _SPANS,
        _BLANKS,
    ),
    st.builds(
        SeverityLevel,
        _SEVERITIES,
        _NAMES,
        st.integers(1, 3),
        _BLANKS,
        respond_in_hours=_SPANS,
        respond_out_of_hours=_SPANS,
        escalate_in_hours=_SPANS,
        informed=_some(_ROLES),
    ),
    st.builds(ImpactLevel, _IMPACTS, _NAMES, st.integers(1, 3)),
    st.builds(UrgencyLevel, _URGENCIES, _NAMES, st.integers(1, 3)),
    st.builds(cell, _IMPACTS, _URGENCIES, _SEVERITIES),
    st.builds(SampleIncident, _ids("flood"), _NAMES, _IMPACTS, _URGENCIES, _SEVERITIES),
    st.builds(Playbook, _PLAYBOOKS, _NAMES, floor=st.none() | _SEVERITIES),
    st.builds(
        PlaybookStep,
        _ids("step-1", "step-2"),
        _PLAYBOOKS,
        st.sampled_from(Phase),
        st.sampled_from(["One", "Declare the incident.", "The notice of Two is sent in 9 hours."]),
        st.none() | _ROLES,
        _SPANS,
    ),
    st.builds(
        Obligation,
        _ids("gdpr", "contract"),
        _NAMES,
        steps=_some(st.builds(ObligationStep, _NAMES, _SPANS, timing=_BLANKS)),
        regime=_BLANKS,
        decision_owner=st.none() | _ROLES,
        contact=st.none() | _PARTIES,
        content=_some(_NAMES),
        message=st.none() | _ids("first-notice"),
        confidence=st.sampled_from(["high", "memory"]),
    ),
    st.builds(MessageTemplate, _ids("first-notice"), _NAMES),
    st.builds(Metric, _ids("metric"), st.sampled_from(["One", "Backups that could be restored"])),
    st.builds(TrainingItem, _ids("training"), _NAMES, _NAMES),
    st.builds(
        Exercise,
        _ids("ex-1", "ex-2"),
        _NAMES,
        on=_DAYS,
        state=st.sampled_from(ExerciseState),
        findings=_some(_BLANKS),
        exercised=_some(_PARTS),
        results=_BLANKS,
    ),
    st.builds(Activation, _ids("inc-1", "inc-2"), _NAMES, exercised=_some(_PARTS)),
    st.builds(
        Lesson, _ids("les-1", "les-2"), _NAMES, due=_DAYS, state=st.sampled_from(LessonState)
    ),
    st.builds(
        Upkeep,
        exercise_every=st.sampled_from([1, 12, 24]),
        verify_every=st.sampled_from([0, 90, 400]),
    ),
    st.builds(LogSource, _ids("log"), _NAMES),
    st.builds(DistributionEntry, _ids("copy"), _NAMES),
    st.builds(Term, _ids("term"), _NAMES, _BLANKS),
    st.builds(
        Version,
        _ids("v-1", "v-2"),
        _NAMES,
        _DAYS,
        author=_BLANKS,
        approvers=_some(_BLANKS),
    ),
    st.builds(AcceptedFinding, _ACCEPTED, _NAMES, _NAMES, st.just(TODAY)),
    st.builds(
        NotificationDecision,
        _ids("decision-1", "decision-2"),
        _ids("gdpr", "contract"),
        _BLANKS,
        st.sampled_from([None, True, False]),
        by=_BLANKS,
        reason=_BLANKS,
    ),
    st.builds(Attestation, _REQUIREMENTS, _BLANKS, _BLANKS, _DAYS),
    st.builds(Exclusion, _REQUIREMENTS, _BLANKS),
    st.builds(
        EvidenceRecord,
        _ids("file-1", "file-2"),
        _NAMES,
        _BLANKS,
        _DAYS,
        _BLANKS,
        _some(_REQUIREMENTS),
    ),
)
"""Records of few ids, so that edits meet, and of every kind a rule looks at."""
