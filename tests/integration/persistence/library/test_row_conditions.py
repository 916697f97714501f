import pytest

from app.domain.judgement.elements.element import Bounds, Is, Lasts, Mentions, Since
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind
from app.domain.plan.roles import RoleTier
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.row_conditions import read_conditions

FILE = "frameworks/elements/a.yaml"


def _read(kind, *rows):
    problems = Problems()
    listed = Placed(FILE, "elements[0].tests[1].where", list(rows))
    return read_conditions(kind, listed, problems), problems


def test_every_kind_of_condition_is_read():
    found, problems = _read(
        Kind.ROLE,
        {"field": "tier", "is": ["crisis", "board"]},
        {"fields": ["name", "duties"], "mentions": ["legal"]},
    )
    dated, _ = _read(
        Kind.EXERCISE,
        {"field": "on", "months": 12},
        {"field": "on", "months": "profile.review_months"},
    )

    assert found == (
        Is("tier", (RoleTier.CRISIS, RoleTier.BOARD)),
        Mentions(("name", "duties"), ("legal",)),
    )
    timed, _ = _read(
        Kind.OBLIGATION,
        {"lasts": "steps.within", "at_most": "72 hours"},
        {"lasts": "steps.within", "at_least": "1 day", "at_most": "6 months"},
    )

    assert timed == (
        Lasts("steps.within", Bounds(most=Duration(72, TimeUnit.HOURS))),
        Lasts("steps.within", Bounds(Duration(1, TimeUnit.DAYS), Duration(6, TimeUnit.MONTHS))),
    )
    assert dated == (Since("on", 12), Since("on", "profile.review_months"))
    assert problems.lines == []


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ({}, ": must hold one of is, mentions, months, lasts"),
        ({"field": "tier", "are": ["crisis"]}, ": must hold one of is, mentions, months, lasts"),
        ({"field": "tier", "is": ["x"]}, ": 'x' is none of board, crisis"),
        ({"field": "rank", "is": [1]}, ": roles has no field 'rank'"),
        ({"field": "tier", "is": []}, ".is: has 0 entries, at least 1 are needed"),
        ({"field": "tier", "is": "crisis"}, ".is: is not a list"),
        ({"field": "tier", "is": [["crisis"]]}, ".is[0]: is neither text, a whole number"),
        ({"fields": ["tier"], "mentions": ["a"]}, ": 'tier' of roles is not text"),
        ({"fields": ["holder"], "mentions": ["a"]}, ": 'holder' of roles is not text"),
        ({"fields": ["name"], "mentions": [" "]}, ".mentions[0]: is blank"),
        ({"field": "name", "months": 3}, ": 'name' of roles is not a date"),
        ({"field": "name", "months": 0}, ".months: is neither a number of months nor"),
        ({"field": "name", "months": -1}, ".months: is neither a number of months nor"),
        ({"field": "name", "months": True}, ".months: is neither a number of months nor"),
        ({"lasts": "name", "at_most": "3 days"}, ": 'name' of roles is not a span of time"),
        ({"lasts": "name"}, ": states no limit; give at_least or at_most"),
        ({"lasts": "name", "at_most": "soon"}, ".at_most: is no span of time; write it as 72"),
        ({"lasts": "name", "at_most": 72}, ".at_most: is no span of time; write it as 72"),
        ({"field": "name", "months": 3, "is": ["a"]}, ".months: is not a known field"),
    ],
)
def test_a_condition_no_record_can_answer_is_told_at_its_place(row, line):
    found, problems = _read(Kind.ROLE, {"field": "tier", "is": ["board"]}, row)

    assert len(found) == 1
    assert len(problems.lines) == 1
    assert problems.lines[0].startswith(f"{FILE}: elements[0].tests[1].where[1]{line}")
