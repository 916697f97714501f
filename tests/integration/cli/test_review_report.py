"""Agendas and sessions, for people and for programs."""

from dataclasses import replace

from app.cli.review_report import (
    FORMAT,
    TOPICS,
    agenda_lines,
    agenda_report,
    session_row,
    sessions_report,
)
from app.domain.plan.codec import record_data
from app.domain.plan.sessions import (
    AgendaItem,
    Choice,
    ContactCheck,
    Occasion,
    ReviewSession,
    Topic,
    Verdict,
)
from app.services.reviewing.preparing import Prepared
from app.services.reviewing.triggering import Trigger
from tests.builders import NOON, rid

ITEM = AgendaItem("k", Topic.CHANGE, "Role: Lead", "Changed.", "roles/lead")
SESSION = ReviewSession(rid("review-1"), "Annual\x1b[2J\nreview", Occasion.DUE, NOON)


def test_items_stand_under_their_topics():
    other = replace(ITEM, topic=Topic.SECTION, why="")

    assert list(agenda_lines(Prepared("1.0", (ITEM, ITEM, other)))) == [
        "3 items, compared with version 1.0",
        "",
        "CHANGES SINCE THE LAST VERSION",
        "  Role: Lead",
        "      Changed.",
        "  Role: Lead",
        "      Changed.",
        "",
        "SECTIONS, THE LONGEST UNTOUCHED FIRST",
        "  Role: Lead",
    ]


def test_each_topic_has_a_heading():
    assert set(TOPICS) == set(Topic)


def test_a_first_agenda_is_compared_with_nothing():
    assert next(agenda_lines(Prepared("", (ITEM,)))) == "1 item"


def test_what_speaks_for_a_session_now_comes_first():
    due = Trigger(Occasion.DUE, "It is\x1b time.")

    lines = list(agenda_lines(Prepared("", ()), (due,)))

    assert lines == ["due: It is\ufffd time.", "", "0 items"]


def test_text_of_people_cannot_steer_a_terminal():
    evil = replace(ITEM, title="a\x1b[2J\nb", why="c\rd")

    lines = list(agenda_lines(Prepared("1.0\x1b", (evil,))))

    assert all(line.isprintable() for line in lines)
    assert session_row(SESSION)[-1] == "Annual\ufffd[2J review"


def test_programs_get_items_and_contacts():
    due = Trigger(Occasion.DUE, "It is time.")

    report = agenda_report(Prepared("1.0", (ITEM,), (ContactCheck(rid("ann"), "Ann"),)), (due,))

    assert report == {
        "format": FORMAT,
        "baseline": "1.0",
        "occasions": [{"occasion": "due", "why": "It is time."}],
        "agenda": [
            {
                "key": "k",
                "topic": "change",
                "title": "Role: Lead",
                "why": "Changed.",
                "about": "roles/lead",
            }
        ],
        "contacts": [{"person": "ann", "name": "Ann"}],
    }


def test_a_session_is_told_with_what_it_came_to():
    acted = replace(ITEM, key="b", choice=Choice.ACTION)
    session = replace(SESSION, title="Review", agenda=(ITEM, acted))

    assert session_row(session) == (
        "review-1",
        "2026-11-21 12:00",
        "rests",
        "2",
        "1",
        "1",
        "Review",
    )
    assert session_row(replace(session, verdict=Verdict.NO_CHANGE))[2] == "no-change"


def test_programs_get_sessions_as_the_plan_keeps_them():
    report = sessions_report((SESSION,))

    assert report["sessions"] == [record_data(SESSION)]
