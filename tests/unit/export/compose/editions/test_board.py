from datetime import date

import pytest

from app.domain.document.tree import Document, Table
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.roles import RoleTier
from app.export.compose.clipping import ELLIPSIS
from app.export.compose.editions.board import board
from tests.builders import person, rid, role
from tests.labels import ENGLISH
from tests.unit.export.compose.editions.sources import answer, source_of
from tests.unit.export.compose.reading import column, headings, lines, only_table

HOUR, DAY = Duration(1, TimeUnit.HOURS), Duration(1, TimeUnit.DAYS)
LEVELS = (
    SeverityLevel(
        rid("s1"),
        "Severe",
        1,
        meaning="Water stops.",
        escalate_in_hours=HOUR,
        escalate_out_of_hours=DAY,
        update_every=HOUR,
        informed=(rid("chair"),),
    ),
    SeverityLevel(rid("s2"), "Mild", 2, meaning="Water drips.", escalate_in_hours=HOUR),
)
CHAIR = role(
    "chair",
    "Chair",
    tier=RoleTier.BOARD,
    authority=("Stop the plant.",),
    holder=rid("ada"),
    deputies=(rid("bob"), rid("cy")),
)


def body(*records) -> list[str]:
    return lines(board(source_of(*records), lambda _: 0.5).body)


def test_decisions_are_those_the_answers_reserve_and_the_highest_role_has():
    said = body(
        answer("authority.payment", "the board"),
        answer("authority.spending", "GBP 5"),
        CHAIR,
        person("ada"),
    )

    assert "Paying a demand: The board" in said
    assert "Spending limit: GBP 5" in said
    assert "Chair: Stop the plant." in said
    assert not any(text.startswith("If in dispute") for text in said)


def test_who_may_stop_a_service_is_told_in_full_where_other_answers_are_cut():
    long = "the director, or when people are in danger whoever holds the watch at the gate"
    records = (answer("authority.shutdown", long), answer("comms.released_by", long))

    def tight(document: Document) -> float:
        return 0.5 if any(text.endswith(ELLIPSIS) for text in lines(document.body)) else 9.0

    said = lines(board(source_of(*records), tight).body)

    assert f"Stopping a service: T{long[1:]}" in said
    assert any(text.startswith("Public statements") and text.endswith(ELLIPSIS) for text in said)


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ((), ["yes, within 1 hour, 1 day out of hours", "no"]),
        (
            (answer("escalation.executive_from", "s2"),),
            ["yes, within 1 hour, 1 day out of hours", "yes, within 1 hour"],
        ),
        (
            (answer("escalation.executive_from", "s1"),),
            ["yes, within 1 hour, 1 day out of hours", "no"],
        ),
        (
            (answer("escalation.executive_from", "gone"),),
            ["yes, within 1 hour, 1 day out of hours", "no"],
        ),
    ],
)
def test_levels_say_whether_top_management_is_told(records, told):
    made = board(source_of(*LEVELS, CHAIR, *records), lambda _: 0.5).body

    table = only_table(made)
    assert column(table, "Top management told") == told
    assert column(table, "Update every") == ["1 hour", ""]


def test_a_level_that_says_no_time_is_told_without_one():
    level = SeverityLevel(rid("s1"), "Severe", 1, informed=(rid("chair"), rid("gone")))

    table = only_table(board(source_of(level, CHAIR), lambda _: 0.5).body)

    assert column(table, "Top management told") == ["yes"]


def test_leaders_stand_with_their_deputies_the_board_first():
    said = body(
        role("lead", "Lead", holder=rid("bob")),
        CHAIR,
        role("analyst", "Analyst", tier=RoleTier.TECHNICAL),
        role("empty", "Empty", tier=RoleTier.CRISIS),
        person("ada"),
        person("bob"),
        person("cy"),
        answer("escalation.also_told", "the mayor"),
    )

    start = said.index("Who leads")
    assert said[start + 1 : start + 4] == [
        "Chair: Ada; stands in: Bob and Cy",
        "Empty: not stated",
        "Lead: Bob",
    ]
    assert not any("Analyst" in text for text in said)


def test_also_told_stands_below_the_levels():
    assert "Also told: The mayor" in body(*LEVELS, answer("escalation.also_told", "the mayor"))


def test_deadlines_tell_the_first_notice_who_decides_and_any_doubt():
    duty = Obligation(
        rid("law"),
        "Law",
        steps=(ObligationStep("First", DAY, "awareness"), ObligationStep("Last")),
        decision_owner=rid("chair"),
        confidence="memory",
        verified_on=date(2026, 1, 1),
    )

    said = body(duty, Obligation(rid("bare"), "Bare"), CHAIR)

    (law,) = [text for text in said if text.startswith("Law: ")]
    assert law.startswith("Law: within 1 day; counted from awareness; 1 more notice follows; ")
    assert "decided by: Chair" in law
    assert law.endswith(ENGLISH("due.verify"))
    assert "Bare: not stated" in said


def test_a_plan_that_states_nothing_says_so_under_each_heading():
    made = board(source_of(), lambda _: 0.5)

    assert lines(made.body).count("Nothing is stated yet.") == 4
    assert headings(made.body) == [
        "Decisions that are reserved",
        "When top management is told",
        "Who leads",
        "Notices and their deadlines",
        "How ready we are",
        "Open points and accepted risks",
    ]
    assert not any(isinstance(block, Table) for block in made.body)


def test_what_is_left_out_is_counted():
    duties = [Obligation(rid(f"d{n}"), f"Duty {n}") for n in range(14)]

    said = lines(board(source_of(*duties), lambda _: 0.5).body)

    assert "… and 4 more in the plan." in said


def test_the_highest_role_decides_nothing_here_unless_it_is_the_board():
    said = body(role("lead", "Lead", authority=("Isolate computers.",)))

    assert not any("Isolate computers." in text for text in said)
