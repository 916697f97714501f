"""Organisations that answer everything: each question by its proposal, or else by its example."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from app.domain.interview.conditions import holds
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.questions import AnswerKind, Question
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.deadlines.adopting import adopt
from app.domain.judgement.deadlines.proposing import proposed
from app.domain.plan.durations import Duration, TimeUnit, parse_duration
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind, Person
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.programme import DistributionEntry, Exercise, ExerciseState, RoadmapItem
from app.domain.plan.records import Records
from app.domain.plan.sections import AnswerValue
from tests.builders import rid
from tests.integration.scenarios import STANDARDS, TODAY

YEAR = timedelta(days=365)
SECTORS = ("health", "finance", "public", "software", "manufacturing", "education", "general")


@dataclass(frozen=True)
class Kindred:
    """A size and the way an organisation of that size is covered."""

    size: str
    team: str
    out_of_hours: str
    watch: str


KINDRED = (
    Kindred("small", "provider", "provider", "provider"),
    Kindred("medium", "central", "on-call", "shared"),
    Kindred("large", "distributed", "round-the-clock", "own-always"),
)


def given(sector: str, kindred: Kindred) -> dict[str, AnswerValue]:
    """What the organisation is; all else follows from the library."""
    return {
        "profile.legal_name": "Harbour Lane Limited",
        "profile.short_name": "Harbour Lane",
        "profile.sector": sector,
        "profile.size": kindred.size,
        "profile.uses_ot": sector in {"health", "manufacturing"},
        "profile.uses_cloud": True,
        "profile.jurisdictions": ("GB",),
        "roles.team_model": kindred.team,
        "roles.out_of_hours": kindred.out_of_hours,
        "monitoring.watch": kindred.watch,
        "severity.adopt_times": True,
        "profile.data_kinds": ("personal", "employee"),
        "profile.takes_cards": False,
        "profile.time_zone": "Europe/London",
        "profile.document_id": "HL-IRP-001",
        "profile.review_months": 12,
        "profile.sharing_label": "TLP:AMBER",
        "contacts.verify_interval": Duration(3, TimeUnit.MONTHS),
    }


def complete_plan(template: PlanTemplate, stated: dict[str, AnswerValue]) -> Plan:
    """The plan of an organisation that left no question of `template` open."""
    answers = dict(_answers(template, stated))
    plan = draft(template, AnswerSheet(answers), rid("plan"))
    plan = plan.with_table(Kind.PERSON, Records(PEOPLE))
    plan = plan.with_table(Kind.PARTY, Records([*plan.parties.values(), *PARTIES]))
    plan = plan.with_table(Kind.VERSION, Records([VERSION]))
    for kind, filled in _filled(plan):
        plan = plan.with_table(kind, Records(filled))
    return plan


PEOPLE = tuple(
    Person(
        rid(f"person-{at}"),
        name,
        title="Head of something",
        channels=(
            Channel(ChannelKind.MOBILE, f"+44 7700 9001{at:02}", out_of_band=True),
            Channel(ChannelKind.EMAIL, f"p{at}@harbourlane.example"),
        ),
        verified_on=TODAY - timedelta(days=10),
        verified_by="Ada Byron",
    )
    for at, name in enumerate(
        f"{first} {last}"
        for first in ("Ada", "Ben", "Cleo", "Dev", "Elif", "Finn", "Gail", "Hugo")
        for last in ("Arden", "Bright", "Cole", "Dunn")
    )
)
"""More than there are roles, so that nobody holds too many."""

PARTIES = (
    Party(
        rid("authority"),
        "The authority",
        PartyKind.REGULATOR,
        channels=(Channel(ChannelKind.PHONE, "+44 20 7946 0100"),),
        verified_on=TODAY - timedelta(days=10),
    ),
    Party(
        rid("retainer"),
        "Granite Forensics",
        PartyKind.RETAINER,
        channels=(Channel(ChannelKind.PHONE, "+44 20 7946 0101"),),
        verified_on=TODAY - timedelta(days=10),
    ),
)

VERSION = Version(
    rid("v1"),
    "1.0",
    summary="First issue.",
    author="Ada Arden",
    reviewers=("Ben Bright",),
    approvers=("Cleo Cole",),
    issued_on=TODAY - timedelta(days=2),
)


def _answers(
    template: PlanTemplate, stated: dict[str, AnswerValue]
) -> Iterator[tuple[str, AnswerValue]]:
    answers = dict(stated)
    for name, question in template.questions.items():
        if name in answers or not holds(question.when, answers):
            continue
        offered = template.proposed(name, answers)
        answers[name] = _example(question) if offered is None else offered
    yield from answers.items()


def _example(question: Question) -> AnswerValue:
    example = question.example.rstrip(".")
    others: dict[AnswerKind, AnswerValue] = {
        AnswerKind.YES_NO: True,
        AnswerKind.NUMBER: 12,
        AnswerKind.DURATION: parse_duration(example) or Duration(3, TimeUnit.MONTHS),
        AnswerKind.DATE: TODAY - timedelta(days=30),
        AnswerKind.LIST: tuple(part.strip() for part in example.split(",")),
    }
    if question.kind is AnswerKind.CHOICE:
        return question.options[0].value
    if question.kind is AnswerKind.CHOICES:
        return (question.options[0].value,)
    return others.get(question.kind, example or "something stated")


def _filled(plan: Plan) -> Iterator[tuple[Kind, list[Record]]]:
    """Tables with the fields that only an organisation can fill."""
    yield (
        Kind.ROLE,
        [
            replace(
                role,
                holder=PEOPLE[(2 * at) % len(PEOPLE)].id,
                deputies=(PEOPLE[(2 * at + 1) % len(PEOPLE)].id,),
                granted_by=role.granted_by or "Resolution of the board",
            )
            for at, role in enumerate(plan.roles.values())
        ],
    )
    yield (
        Kind.OBLIGATION,
        [
            replace(
                adopt(proposal.regime, TODAY),
                decision_owner=next(iter(plan.roles)),
                contact=RecordId("authority"),
                message=next(iter(plan.messages), None),
            )
            for proposal in proposed(plan.profile, STANDARDS.regimes)
        ],
    )
    yield (
        Kind.METRIC,
        [replace(item, target="90 %", owner="Ada Arden") for item in plan.metrics.values()],
    )
    yield (
        Kind.EXERCISE,
        [_planned(item, at) for at, item in enumerate(plan.exercises.values())],
    )
    yield Kind.DISTRIBUTION, [DistributionEntry(rid("all"), "Everybody with a role", form="paper")]
    yield Kind.ROADMAP, [_dated(item) for item in plan.roadmap.values()]
    for kind in (Kind.RESOURCE, Kind.DOCUMENT):
        yield kind, [replace(item, owner="Ada Arden") for item in plan.table(kind).values()]
    yield (
        Kind.TRAINING,
        [replace(item, owner="Ada Arden", cadence="every year") for item in plan.training.values()],
    )
    yield (
        Kind.LOG_SOURCE,
        [
            replace(item, owner="Ada Arden", kept_for=Duration(12, TimeUnit.MONTHS))
            for item in plan.log_sources.values()
        ],
    )


def _planned(exercise: Exercise, at: int) -> Exercise:
    """The first was held two months ago, the others are one a month from now on."""
    if at == 0:
        held, found = TODAY - timedelta(days=60), ("The call list lacked a deputy.",)
        state = ExerciseState.HELD
        return replace(exercise, on=held, owner="Ada Arden", state=state, findings=found)
    return replace(exercise, on=TODAY + timedelta(days=30 * at), owner="Ada Arden")


def _dated(item: RoadmapItem) -> RoadmapItem:
    return replace(item, by=TODAY + YEAR, owner="Ada Arden")
