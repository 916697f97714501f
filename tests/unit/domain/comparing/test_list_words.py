from typing import Any

import pytest

from app.domain.comparing.list_words import list_change
from app.domain.comparing.value_words import Spot
from app.domain.plan.kinds import Kind
from tests.builders import person, plan_with, rid, role

OLD = plan_with(person("ada", "Ada"), person("bob", "Bob"), role("lead", "Lead"))
NEW = plan_with(person("ada", "Ada Byron"), person("eve", "Eve"), role("lead", "Incident lead"))
LONG = "Decides to take any service out of use when the harm of leaving it running is greater"


def said(kind: Kind, field: str, before: list[Any], after: list[Any]) -> str:
    return list_change(
        before, after, Spot(OLD, kind, rid("x"), field), Spot(NEW, kind, rid("x"), field)
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (["ada", "bob"], ["eve", "ada"], "Eve added, Bob removed"),
        (["ada"], [], "Ada removed"),
        ([], ["ada"], "Ada Byron added"),
        (["bob", "ada"], ["ada", "bob"], "order changed to Ada Byron, bob"),
        (["ada"], ["ada", "ada"], "Ada Byron added"),
    ],
)
def test_records_in_a_list_come_and_go_by_the_names_of_their_time(before, after, words):
    assert said(Kind.ROLE, "deputies", before, after) == words


def test_a_long_entry_reworded_is_told_by_its_words():
    change = said(Kind.ROLE, "duties", ["Leads", LONG], ["Leads", f"{LONG} by far"])

    assert change == f"\u201c{LONG[:60].rstrip()}\u2026\u201d changed (+2 words)"


def test_short_or_several_entries_are_told_each():
    assert said(Kind.ROLE, "duties", ["a"], ["b"]) == "\u201cb\u201d added, \u201ca\u201d removed"
    assert said(Kind.ROLE, "duties", [LONG], ["b", "c"]).endswith("\u2026\u201d removed")


def test_parts_are_known_again_by_their_field():
    before = [{"role": "lead", "part": "A"}, {"role": "it", "part": "C"}]
    after = [{"role": "lead", "part": "R"}, {"role": "legal", "part": "C"}]

    assert said(Kind.RACI, "assignments", before, after) == (
        "Incident lead, part from accountable to responsible; "
        "legal (consulted) added; it (consulted) removed"
    )


def test_a_deadline_of_a_notice_is_told_from_to():
    first = {"name": "First", "within": {"amount": 72, "unit": "hours"}}
    sooner = {"name": "First", "within": {"amount": 24, "unit": "hours"}, "timing": "at most"}

    assert said(Kind.OBLIGATION, "steps", [first], [sooner]) == (
        "\u201cFirst\u201d, within from 72 hours to 24 hours, "
        "timing in words now \u201cat most\u201d"
    )


def test_parts_of_one_name_are_each_told():
    one = {"address": "1", "kind": "mobile"}
    other = {"address": "1", "kind": "phone"}

    assert said(Kind.PERSON, "channels", [one, other], []) == (
        "\u201c1\u201d (mobile) removed; \u201c1\u201d (telephone) removed"
    )
    assert said(Kind.PERSON, "channels", [one], [other, one, other]).count("added") == 2
