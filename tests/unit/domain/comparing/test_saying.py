from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.comparing.comparing import compare
from app.domain.comparing.saying import said, told
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.records import Records
from app.domain.plan.sections import Section
from tests.builders import QUICK, person, plan_with, records_of, rid, role


def sentences(old: Plan, new: Plan) -> list[str]:
    return [one for record in compare(old, new).records for one in said(record, old, new)]


def hours(amount: int) -> Duration:
    return Duration(amount, TimeUnit.HOURS)


def step(key: str, playbook: str = "p") -> PlaybookStep:
    return PlaybookStep(rid(key), rid(playbook), Phase.CLOSE, f"Do {key}")


def test_each_field_that_differs_is_one_sentence():
    people = person("anna", "Anna Keller"), person("jonas", "Jonas Roth")
    level = SeverityLevel(rid("s2"), "S2 High", 2, escalate_in_hours=hours(4))
    legal = role("legal", "Legal counsel", deputies=(rid("jonas"),))
    old = plan_with(*people, legal, level)
    new = plan_with(
        *people,
        replace(legal, name="Counsel", deputies=(rid("anna"),)),
        replace(level, escalate_in_hours=hours(2)),
    )

    assert sentences(old, new) == [
        "Counsel, name of the role: from \u201cLegal counsel\u201d to \u201cCounsel\u201d",
        "Counsel, deputies: Anna Keller added, Jonas Roth removed",
        "S2 High, escalate within, in working hours: from 4 hours to 2 hours",
    ]


def test_prose_is_told_by_its_words():
    old = plan_with(Section(rid("scope"), "Scope", "All sites.\n\nAll staff."))
    new = plan_with(Section(rid("scope"), "Scope", "All sites.\n\nAll staff and partners."))

    assert sentences(old, new) == ["Scope, text: changed (+2 words)"]
    assert sentences(plan_with(), new) == ["Scope, text: 6 words"]


def test_a_record_that_came_or_went_says_what_it_says_but_its_name():
    empty, ada = plan_with(), plan_with(person("ada", "Ada", unit="IT", external=True))

    assert sentences(empty, ada) == [
        "Ada, department: \u201cIT\u201d",
        "Ada, works for another organisation: yes",
    ]
    assert sentences(ada, empty) == [
        "Ada, department: was \u201cIT\u201d",
        "Ada, works for another organisation: was yes",
    ]


def test_a_list_that_was_empty_gains_its_entries():
    assert sentences(plan_with(role("a")), plan_with(role("a", duties=("Lead",)))) == [
        "A, duties: \u201cLead\u201d added"
    ]


@pytest.mark.parametrize(
    ("order", "place"),
    [("bcda", "behind Do d"), ("bcad", "behind Do c"), ("dabc", "to the front")],
)
def test_a_moved_record_tells_where_it_stands_now(order, place):
    old, new = (plan_with(*map(step, keys)) for keys in ("abcd", order))

    (sentence,) = sentences(old, new)

    assert sentence.endswith(f": moved {place}")


def test_a_step_has_its_place_among_those_of_its_playbook():
    others = step("x", "q"), step("y", "q")
    old = plan_with(*others, step("a"), step("c"))

    assert sentences(old, plan_with(others[0], step("c"), others[1], step("a"))) == [
        "Do c: moved to the front"
    ]
    assert sentences(old, plan_with(step("c"), *others, step("a"))) == ["Do c: moved to the front"]
    assert sentences(old, plan_with(others[1], step("a"), others[0], step("c"))) == [
        "Do x: moved behind Do y"
    ]


def test_records_without_lists_of_their_own_stand_in_their_table():
    old, new = (plan_with(*map(person, keys)) for keys in ("abc", "bca"))

    assert sentences(old, new) == ["A: moved behind C"]


@pytest.mark.parametrize("kind", Kind)
def test_any_change_of_any_record_can_be_told_on_one_line_each(kind):
    @settings(QUICK, max_examples=12)
    @given(records_of(kind), records_of(kind), st.booleans())
    def all_can_be_told(one, other, known):
        old = Plan(rid("p")).with_table(kind, Records((one,)))
        becomes = replace(other, id=one.id) if known else other
        new = old.with_table(kind, Records((becomes,)))
        for before, after in ((old, new), (new, old)):
            for record in compare(before, after).records:
                told = said(record, before, after)
                assert all(len(sentence.splitlines()) == 1 for sentence in told)
                assert len(told) <= max(len(record.fields), 1)

    all_can_be_told()


def test_a_line_names_its_field_and_leaves_out_the_record():
    level = SeverityLevel(rid("s2"), "S2 High", 2, escalate_in_hours=hours(4))
    old, new = plan_with(level), plan_with(replace(level, escalate_in_hours=hours(2)))
    (difference,) = compare(old, new).records

    (line,) = told(difference, old, new)

    assert line.field == "escalate_in_hours"
    assert line.words == "escalate within, in working hours"
    assert line.change == "from 4 hours to 2 hours"


def test_a_record_that_moved_has_a_line_about_no_field():
    old, new = plan_with(step("a"), step("b")), plan_with(step("b"), step("a"))
    (difference,) = compare(old, new).records

    (line,) = told(difference, old, new)

    assert (line.field, line.words) == ("", "")
    assert line.change in {"moved to the front", "moved behind Do b"}
