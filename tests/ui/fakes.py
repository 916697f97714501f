"""A plan without files: an in-memory store that can be told to fail, and a small template."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.errors import IrplanError
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.questions import AnswerKind, Question
from app.domain.interview.template import PlanTemplate, ProseBlock, SectionTemplate, Topic
from app.domain.judgement.elements.element import Answered, Element
from app.domain.judgement.requirements import (
    CheckKind,
    Confidence,
    Framework,
    FrameworkStatus,
    Requirement,
)
from app.domain.judgement.standards import Standards
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.matter import touches_matter
from app.domain.plan import changes as differences
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role
from app.services.opening import OpenPlan
from app.services.storing import NO_FILES, Files, Receipt

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class FakeClock:
    """Stands still."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class DiskGone(IrplanError):
    """What the memory store fails with when told to."""

    code = "plan-file.failing"


class MemoryStore:
    """Keeps the plan in memory; fails while `broken` holds an error."""

    def __init__(self, plan: Plan, name: str = "plan.irplan", *, read_only: bool = False) -> None:
        self.plan = plan
        self.broken: IrplanError | None = None
        self.saves: list[ChangeSet] = []
        self.files: dict[str, bytes] = {}
        self.actor = "Mary Major"
        self.backups = 0
        self.closed = False
        self._name = name
        self._read_only = read_only

    @property
    def name(self) -> str:
        return self._name

    @property
    def read_only(self) -> bool:
        return self._read_only

    def load(self) -> Plan:
        return self.plan

    def head(self) -> Head | None:
        return None

    def kept(self, sha256: str) -> bytes | None:
        return self.files.get(sha256)

    def authors(self, after: int, until: int | None = None) -> tuple[str, ...]:
        lawful = range(after + 1, (until or len(self.saves)) + 1)
        touched = any(touches_matter(self.saves[number - 1]) for number in lawful)
        return (self.actor,) if touched else ()

    def revision(self) -> int:
        return len(self.saves)

    def save(
        self, changes: ChangeSet, label: str, request_id: str, files: Files = NO_FILES
    ) -> Receipt:
        if self.broken is not None:
            raise self.broken
        self.plan = differences.apply(self.plan, changes)
        self.saves.append(changes)
        self.files.update(files)
        return Receipt(len(self.saves), NOW)

    def backup(self) -> None:
        self.backups += 1

    def close(self) -> None:
        self.closed = True


def small_template() -> PlanTemplate:
    """Three sections, three questions."""
    return PlanTemplate(
        id="small",
        name="Small plan",
        description="For tests.",
        arrangement="Front, organisation, response.",
        language="en-GB",
        frameworks=("small-framework",),
        pages=(3, 5),
        topics=(Topic("organisation", "Your organisation"),),
        sections=(
            _section("purpose", "Purpose", _question("purpose.goal", "purpose")),
            _section("contacts", "Contacts"),
            _section(
                "detection_reporting",
                "Reporting of events",
                _question("reporting.channel", "detection_reporting"),
            ),
        ),
    )


def small_framework() -> Framework:
    """Three requirements, one of which only a person can judge."""
    return Framework(
        id="small-framework",
        name="Small framework, a test",
        publisher="Tests",
        edition="1",
        published="2026",
        status=FrameworkStatus.CURRENT,
        kind="standard",
        licence="none",
        read_on=TODAY,
        requirements=(
            _requirement(
                "S.1", "State a purpose", "purpose", CheckKind.SECTION_NONEMPTY, "purpose.stated"
            ),
            _requirement(
                "S.2", "Report", "detection_reporting", CheckKind.FIELD_REQUIRED, "report.channel"
            ),
            _requirement("S.3", "Show a record", "purpose", CheckKind.LINK_EVIDENCE),
        ),
    )


def small_elements() -> tuple[Element, ...]:
    """What the first two requirements of the small framework need."""
    return (
        _element("purpose.stated", "a purpose", "purpose", "purpose.goal"),
        _element("report.channel", "a channel", "detection_reporting", "reporting.channel"),
    )


def small_plan(*people: Person) -> Plan:
    """A plan of the small template, barely begun."""
    answers = {"profile.legal_name": "Ravensworth Mutual", "profile.short_name": "Ravensworth"}
    lead = Role(RecordId("incident-lead"), "Incident lead")
    return draft(small_template(), AnswerSheet(answers, records=(lead, *people)), RecordId("plan"))


def person(key: str, name: str, verified_on: date | None = None) -> Person:
    """Somebody with one phone."""
    channel = Channel(ChannelKind.MOBILE, "+44 117 496 0000", out_of_band=True)
    return Person(RecordId(key), name, channels=(channel,), verified_on=verified_on)


def open_plan(store: MemoryStore) -> OpenPlan:
    """The plan in `store`, opened today."""
    return OpenPlan(
        store, small_template(), Standards((small_framework(),), small_elements()), FakeClock()
    )


def _section(key: str, title: str, *questions: Question) -> SectionTemplate:
    prose = (ProseBlock("Incidents shall be handled."),)
    return SectionTemplate(key, title, "Says why.", prose=prose, questions=questions)


def _question(key: str, section: str) -> Question:
    return Question(RecordId(key), section, f"What is {key}?", AnswerKind.TEXT, required=True)


def _requirement(key: str, title: str, section: str, check: CheckKind, *needs: str) -> Requirement:
    made = Requirement(key, title, f"{title}.", (section,), check, "", "test", Confidence.HIGH)
    return replace(made, needs=needs)


def _element(key: str, label: str, section: str, question: str) -> Element:
    return Element(key, label, section, (Answered((question,)),))
