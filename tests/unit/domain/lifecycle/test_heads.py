import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.lifecycle.auditing import History, Weight, head_of
from app.domain.lifecycle.chain import Entry, Head, chained
from app.domain.lifecycle.heads import (
    NotedHead,
    Occasion,
    compared,
    is_due,
    line_of,
    noted_from,
    noted_text,
)

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ENTRIES = tuple(Entry(n, f"r{n}", "t", "Ann", "l", "[]") for n in (1, 2, 3))
HISTORY = History("plan-x", ENTRIES, tuple(chained(ENTRIES)), ())
NOTED = NotedHead(Head("plan-x", 2, "ab" * 32, "cd" * 32), AT, Occasion.DAY, "a2V5", "c2ln")


def noted(number: int, at: datetime = AT) -> NotedHead:
    link = HISTORY.links[number - 1]
    return replace(NOTED, head=Head("plan-x", number, link.hash, "cd" * 32), at=at)


def said(*heads: NotedHead, history: History = HISTORY, valid: bool = True):
    return [(one.code, one.weight) for one in compared(history, heads, lambda _: valid)]


def test_a_line_holds_what_is_signed_and_the_signature():
    line = json.loads(line_of(NOTED))

    assert line.pop("signature") == "c2ln"
    assert line == json.loads(noted_text(NOTED))
    assert line["at"] == "2026-11-21T09:00:00+00:00"
    assert noted_from(line_of(NOTED)) == NOTED


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no",
        "[]",
        "{}",
        "[" * 100_000,
        line_of(NOTED).replace("day", "feast"),
        line_of(NOTED).replace("2026", "never"),
        line_of(NOTED)[:-1] + ',"more":1}',
    ],
)
def test_any_other_line_is_none(line):
    assert noted_from(line) is None


def test_a_head_is_noted_when_it_moved_or_the_day_did():
    head = noted(2).head

    assert is_due((), head, AT)
    assert is_due((noted(1),), head, AT)
    assert not is_due((noted(1), noted(2)), head, AT + timedelta(hours=3))
    assert is_due((noted(2),), head, AT + timedelta(days=1))


def test_heads_that_fit_are_counted():
    assert said(noted(1), noted(3)) == [("audit.noted", Weight.NOTE)]
    (one,) = compared(HISTORY, [noted(3)], lambda _: True)
    assert one.text.startswith("1 head noted on this computer from 2026-11-21 to 2026-11-21")
    assert one.revision == 3
    assert said() == []


def test_heads_that_do_not_are_breaches():
    ended = head_of(HISTORY)
    assert ended is not None
    later = replace(NOTED, head=replace(ended, number=9))

    assert said(later) == [("audit.cut", Weight.BREACH)]
    assert said(NOTED, noted(1)) == [
        ("audit.rewritten", Weight.BREACH),
        ("audit.noted", Weight.NOTE),
    ]
    assert said(replace(NOTED, head=replace(NOTED.head, plan="y"))) == [
        ("audit.other-plan", Weight.BREACH)
    ]


def test_a_note_nobody_signed_counts_for_nothing():
    assert said(noted(1), valid=False) == [("audit.note-unsigned", Weight.BREACH)]
