"""Whatever the organisation writes into a record stands in the exported document."""

import types
from dataclasses import is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin

import pytest

from app.domain.document.tree import Block, Document, Figure, Table
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.plan.classification import cell_id
from app.domain.plan.codec import field_specs
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.sections import SECTION_KEYS
from app.export.compose.plan_document import compose
from tests.builders import NOON, rid, section, template
from tests.labels import ENGLISH

ID = rid("a")
"""Every record has this id, so that every reference finds its record."""

NOT_PRINTED = {
    "tree_nodes[].target_id": "an id; the record's name is printed",
    **dict.fromkeys(
        ("exercises[].exercised", "activations[].exercised", "lessons[].source", "lessons[].about"),
        "ids of records, whose names are printed",
    ),
    "obligations[].regime": "an id of the library; citation and name are printed",
    "obligations[].confidence": "printed in words",
    **{
        f"{table}[].{field}": "working notes, not part of the plan"
        for table, fields in {
            "actions": ("text", "owner", "about"),
            "comments": ("about", "author", "text"),
        }.items()
        for field in fields
    },
    **{
        f"{table}[].{field}": "printed beside the requirement, which this plan has not"
        for table, fields in {
            "attestations": ("by", "note"),
            "exclusions": ("reason", "by"),
        }.items()
        for field in fields
    },
    **{
        f"sessions[].{field}": "printed in the minutes of the session"
        for field in (
            *("secretary", "baseline", "content", "decisions"),
            *(f"agenda.{part}" for part in ("key", "title", "why", "about", "note", "owner")),
            *(f"attendance.{part}" for part in ("name", "role")),
            *(f"contacts.{part}" for part in ("name", "note", "last_by")),
        )
    },
    "upkeep[].region": "chooses the holidays by which dates move",
    "accepted[].reason": "printed beside the finding, which this plan has not",
    "accepted[].by": "printed beside the finding, which this plan has not",
}
SPOKEN = (Kind.PROFILE, Kind.SECTION, Kind.ANSWER, Kind.ACT)
"""Printed through prose and the front matter; acts where they approved the very plan."""


def filled(wanted: Any, path: str, marks: dict[str, str]) -> Any:
    """A value of the type `wanted` in which every text is a mark that names its place."""
    if get_origin(wanted) is tuple:
        return (filled(get_args(wanted)[0], path, marks),)
    if get_origin(wanted) in (Union, types.UnionType):
        present = next(part for part in get_args(wanted) if part is not type(None))
        return filled(present, path, marks)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return next(iter(wanted))
    if is_dataclass(wanted) and wanted is not Duration:
        values = {
            spec.name: filled(spec.type, f"{path}.{spec.name}", marks)
            for spec in field_specs(wanted)  # type: ignore[arg-type]
        }
        return wanted(**values)  # type: ignore[operator]
    if wanted is str:
        return marks.setdefault(path, f"MARK{len(marks):04}")
    return PLAIN[wanted]


PLAIN: dict[Any, Any] = {
    RecordId: ID,
    bool: True,
    int: 1,
    date: NOON.date(),
    datetime: NOON,
    Duration: Duration(2, TimeUnit.HOURS),
}


def full_plan() -> tuple[Plan, dict[str, str]]:
    marks: dict[str, str] = {}
    plan = draft(template(*(section(key) for key in SECTION_KEYS)), AnswerSheet(), rid("p"))
    for kind in Kind:
        if kind in SPOKEN:
            continue
        record = filled(RECORD_TYPES[kind], f"{kind.value}[]", marks)
        if kind is Kind.CELL:
            record = replace(record, id=cell_id(ID, ID))
        if kind is Kind.TREE_NODE:
            record = replace(record, parent=None)
        plan = plan.with_table(kind, Records((record,)))
    return plan, marks


def about_findings(block: Block) -> bool:
    """Whether it says what is still open, which may quote anything."""
    return getattr(block, "anchor", "") == "table:open-points"


@pytest.fixture(scope="module")
def printed() -> tuple[Document, dict[str, str]]:
    plan, marks = full_plan()
    judgement = Judgement(plan, template(), Standards(), NOON.date())
    return compose(judgement, ENGLISH, False, NOON), marks


def test_every_text_of_every_record_is_printed(printed):
    document, marks = printed
    said = repr([block for block in document.body if not about_findings(block)])

    missing = {path for path, mark in marks.items() if mark not in said}

    assert missing == {path for path in NOT_PRINTED if path in marks}


def test_nothing_is_printed_in_the_core_and_in_an_annex_too(printed):
    document, _ = printed

    tables = [block.anchor for block in document.body if isinstance(block, Table | Figure)]

    assert len(tables) > 20
    assert len(set(tables)) == len(tables)


def test_no_value_of_an_enumeration_is_printed_as_it_is_stored(printed):
    document, _ = printed

    cells = {
        item.text
        for block in document.body
        for row in getattr(block, "rows", ())
        for cell in row
        for paragraph in getattr(cell, "paragraphs", ())
        for item in paragraph
        if hasattr(item, "text")
    }

    assert cells.isdisjoint({"board", "first-minutes", "regulator", "activation", "not-met"})
