"""Small plans, templates and random records for tests."""

import types
from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.domain.document.tree import Block, Cover, Document, Metadata, Wording
from app.domain.interview.questions import AnswerKind, Question
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.plan.assurance import requirement_key
from app.domain.plan.codec import field_specs
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan, Record
from app.domain.plan.profile import PROFILE_ID, Profile
from app.domain.plan.records import Records
from app.domain.plan.roles import Role
from app.domain.plan.sections import Answer, AnswerValue

QUICK = settings(max_examples=40, deadline=None)
"""For laws of small things: a busy machine must not fail a test, nor wait for it."""

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def rid(text: str) -> RecordId:
    return RecordId(text)


def person(key: str, name: str = "", **fields: Any) -> Person:
    return Person(rid(key), name or key.title(), **fields)


def role(key: str, name: str = "", **fields: Any) -> Role:
    return Role(rid(key), name or key.title(), **fields)


def plan_with(*records: Record, profile: Profile | None = None) -> Plan:
    """A plan of these records, kind by kind in the order given."""
    plan = Plan(rid("plan-1"))
    if profile is not None:
        plan = plan.with_table(Kind.PROFILE, Records((profile,)))
    for kind, record_type in RECORD_TYPES.items():
        own = [record for record in records if isinstance(record, record_type)]
        if own:
            plan = plan.with_table(kind, Records(own))
    return plan


def question(key: str, kind: AnswerKind = AnswerKind.TEXT, **fields: Any) -> Question:
    values: dict[str, Any] = {"section": "purpose", "text": f"What is {key}?"}
    return Question(rid(key), kind=kind, **{**values, **fields})


def section(key: str = "purpose", **fields: Any) -> SectionTemplate:
    return SectionTemplate(key, key.title(), "Why it is there.", **fields)


def template(*sections: SectionTemplate, **fields: Any) -> PlanTemplate:
    values: dict[str, Any] = {
        "id": "small",
        "name": "Small",
        "description": "A small plan.",
        "arrangement": "One part.",
        "language": "en-GB",
        "frameworks": ("csf-2",),
        "pages": (5, 10),
        "topics": (),
    }
    return PlanTemplate(sections=sections, **{**values, **fields})


WORDING = Wording(
    contents="Contents",
    annex="Annex",
    table="Table",
    figure="Figure",
    page="Page",
    of="of",
    version="Version",
    signer="Name",
    signature="Signature",
    date="Date",
    sealed="Sealed",
    edition="HW-IRP version 1.0",
)


def document(*body: Block, watermark: str = "", **metadata: Any) -> Document:
    values: dict[str, Any] = {
        "title": "Incident response plan",
        "organisation": "Harbour Water",
        "document_id": "HW-IRP",
        "version": "1.0",
        "status": "Final",
        "sharing_label": "Internal",
        "language": "en-GB",
        "author": "",
        "subject": "",
        "keywords": (),
        "created": NOON,
        "content_hash": "ab" * 32,
        "dated": NOON.date(),
    }
    facts = Metadata(**{**values, **metadata})
    cover = Cover(facts.organisation, facts.title, "", ())
    return Document(facts, cover, body, watermark, wording=WORDING)


IDS: SearchStrategy[RecordId] = st.from_regex(
    r"[a-z0-9]([a-z0-9._-]{0,6}[a-z0-9])?", fullmatch=True
).map(RecordId)
REQUIREMENTS: SearchStrategy[RecordId] = st.builds(
    requirement_key, IDS, st.sampled_from(("IR-8a.1", "Art.33(1)", "12.8.5/12.9", "rs.ma-01"))
)
"""Requirements as they are named in plans, by ids that are none of a record."""

HOSTILE = (
    "{{plan.owner}}",
    "</w:t><script>",
    "=1+1",
    "'; DROP TABLE record;--",
    "..\\..\\etc",
    "\u202etxt.exe",
    "\x00\x1b[2J",
    "\ufeff\u2028\u2029\r\n",
    "e\u0301 \u00e9",
    "\U0001f468\u200d\U0001f692",
    '"\\ud800"',
)
TEXTS: SearchStrategy[str] = st.text(st.characters(codec="utf-8"), max_size=12) | (
    st.sampled_from(HOSTILE)
)
DURATIONS: SearchStrategy[Duration] = st.builds(
    Duration, st.integers(0, 99_999), st.sampled_from(TimeUnit)
)
DATES: SearchStrategy[date] = st.dates()
TIMES: SearchStrategy[datetime] = st.datetimes(timezones=st.just(UTC))
ANSWER_VALUES: SearchStrategy[AnswerValue] = st.one_of(
    TEXTS, st.booleans(), st.integers(), DURATIONS, DATES, st.lists(TEXTS, max_size=3).map(tuple)
)

_SCALARS: dict[Any, SearchStrategy[Any]] = {
    str: TEXTS,
    RecordId: IDS,
    bool: st.booleans(),
    int: st.integers(),
    date: DATES,
    datetime: TIMES,
    Duration: DURATIONS,
    Answer: st.builds(Answer, IDS, IDS, ANSWER_VALUES),
}


def values_of(wanted: Any) -> SearchStrategy[Any]:
    """Any value a record's field of this type may hold."""
    if wanted in _SCALARS:
        return _SCALARS[wanted]
    if get_origin(wanted) is tuple:
        items = get_args(wanted)
        if items[-1] is not Ellipsis:
            return st.tuples(*map(values_of, items))
        return st.lists(values_of(items[0]), max_size=2).map(tuple)
    if get_origin(wanted) in (Union, types.UnionType):
        return st.one_of(
            *(st.none() if part is type(None) else values_of(part) for part in get_args(wanted))
        )
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return st.sampled_from(wanted)
    assert isinstance(wanted, type), wanted
    assert is_dataclass(wanted)
    return st.builds(wanted, **{spec.name: values_of(spec.type) for spec in field_specs(wanted)})


def records_of(kind: Kind) -> SearchStrategy[Record]:
    """Any record of one kind."""
    records: SearchStrategy[Record] = values_of(RECORD_TYPES[kind])
    if kind in {Kind.ATTESTATION, Kind.EXCLUSION}:
        return st.builds(replace, records, id=REQUIREMENTS)
    if kind is Kind.EVIDENCE:
        named = st.lists(REQUIREMENTS, max_size=2).map(tuple)
        return st.builds(replace, records, requirements=named)
    if kind is Kind.PROFILE:
        return st.builds(
            Profile,
            **{
                spec.name: st.just(PROFILE_ID) if spec.name == "id" else values_of(spec.type)
                for spec in field_specs(Profile)
            },
        )
    return records


def tables_of(kind: Kind, most: int = 6) -> SearchStrategy[Records[Any]]:
    """Any table of one kind, in any order."""
    least = 1 if kind is Kind.PROFILE else 0
    rows = st.lists(records_of(kind), min_size=least, max_size=most, unique_by=lambda row: row.id)
    return rows.map(Records)


@st.composite
def small_plans(draw: st.DrawFn) -> Plan:
    """Plans of people and roles whose ids are few, so that two plans share many."""
    plan = Plan(rid("plan-1"))
    for kind, build in ((Kind.PERSON, person), (Kind.ROLE, role)):
        keys = draw(st.permutations("abcdefg"))[: draw(st.integers(0, 7))]
        names = draw(st.lists(st.sampled_from(("One", "Two")), min_size=7, max_size=7))
        plan = plan.with_table(kind, Records(map(build, keys, names)))
    return plan
