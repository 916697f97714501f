"""The tables of minutes."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.document.tree import Tone
from app.domain.plan.sessions import (
    AgendaItem,
    Attendance,
    Choice,
    ContactCheck,
    Occasion,
    Outcome,
    ReviewSession,
    Topic,
)
from app.export.compose import minutes_tables
from tests.builders import NOON, plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import lines, only_table, rows, tables

SESSION = ReviewSession(rid("review-1"), "Review", Occasion.DUE, NOON)
SCRIBE = scribe(plan_with())
DAY = date(2026, 12, 1)
ITEM = AgendaItem("k", Topic.FINDING, "Nobody leads.", "Warning.")


def attendance(*people: Attendance):
    return tuple(minutes_tables.attendance(replace(SESSION, attendance=people), SCRIBE))


def agenda(*items: AgendaItem):
    return tuple(minutes_tables.agenda(replace(SESSION, agenda=items), SCRIBE))


def contacts(*checks: ContactCheck):
    return tuple(minutes_tables.contacts(replace(SESSION, contacts=checks), SCRIBE))


def actions(*items: AgendaItem):
    return tuple(minutes_tables.actions(replace(SESSION, agenda=items), SCRIBE))


def test_everybody_invited_is_listed_with_whether_they_came():
    made = attendance(Attendance("Ann", "Chair", present=True), Attendance("Bo"))

    assert rows(only_table(made)) == [("Ann", "Chair", "present"), ("Bo", "", "absent")]


def test_a_session_without_people_says_so():
    assert lines(attendance()) == ["Attendance", "Nobody is listed."]


def test_each_topic_has_a_table_in_its_turn():
    other = replace(ITEM, topic=Topic.SECTION)

    assert [table.caption for table in tables(agenda(ITEM, ITEM, other))] == [
        "Findings of the checks",
        "Sections, the longest untouched first",
    ]


@pytest.mark.parametrize(
    ("choice", "word"),
    [
        (Choice.OPEN, "not decided"),
        (Choice.KEEP, "keep"),
        (Choice.CHANGE, "change"),
        (Choice.NOT_APPLICABLE, "not applicable"),
    ],
)
def test_a_decision_is_told_in_words_with_its_note(choice, word):
    table = only_table(agenda(replace(ITEM, choice=choice, note="Two\nlines")))

    assert rows(table) == [("Nobody leads.", "Warning.", word, "Two\nlines")]
    assert (table.rows[0][2].tone is Tone.WARN) is (choice is Choice.OPEN)


def test_an_action_tells_who_does_it_by_when():
    acted = replace(ITEM, choice=Choice.ACTION, note="Name one.", owner="Bo", due=DAY)

    assert rows(only_table(agenda(acted)))[0][2:] == (
        "action",
        "Name one.\nOwner: Bo\nDue: 1 December 2026",
    )
    assert rows(only_table(actions(ITEM, acted))) == [
        ("Name one.", "Nobody leads.", "Bo", "1 December 2026")
    ]


def test_a_session_without_agenda_or_actions_says_so():
    assert lines(agenda()) == ["Agenda and decisions", "Nothing was on the agenda."]
    assert lines(actions(ITEM)) == ["Actions", "The session gave nobody an action."]


def test_calls_tell_what_they_brought_and_what_was_known_before():
    made = contacts(
        ContactCheck(rid("a"), "Ann", Outcome.CONFIRMED, "", DAY, date(2026, 1, 1), "Bo"),
        ContactCheck(rid("b"), "Bo", Outcome.NOT_REACHED, "On leave.", DAY),
        ContactCheck(rid("c"), "Cy"),
    )

    table = only_table(made)

    assert rows(table) == [
        ("Ann", "confirmed", "1 December 2026", "1 January 2026", ""),
        ("Bo", "not reached", "1 December 2026", "never", "On leave."),
        ("Cy", "not called", "", "", ""),
    ]
    assert [row[1].tone for row in table.rows] == [Tone.NEUTRAL, Tone.WARN, Tone.WARN]


def test_without_people_there_are_no_calls():
    assert contacts() == ()
