"""An answer in the words of its question."""

from datetime import date

import pytest

from app.domain.interview.answer_words import answer_text, answer_words
from app.domain.interview.questions import AnswerKind, Option
from app.domain.plan.durations import Duration, TimeUnit
from tests.builders import question

OPTIONS = (Option("own", "Our own staff"), Option("provider", "A provider, by contract"))


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (AnswerKind.CHOICE, "own", "Our own staff"),
        (AnswerKind.CHOICE, "gone", "gone"),
        (AnswerKind.CHOICES, ("provider", "own"), "A provider, by contract; Our own staff"),
        (AnswerKind.LIST, ("own", "the mill, and its yard"), "own; the mill, and its yard"),
        (AnswerKind.TEXT, "own", "own"),
        (AnswerKind.DURATION, Duration(24, TimeUnit.HOURS), "24 hours"),
        (AnswerKind.DATE, date(2026, 11, 30), "30 November 2026"),
        (AnswerKind.YES_NO, False, "no"),
        (AnswerKind.NUMBER, 0, "0"),
    ],
)
def test_an_answer_reads_as_its_options_say_it(kind, value, said):
    assert answer_text(question("watch", kind, options=OPTIONS), value) == said


def test_only_what_is_chosen_has_other_words():
    chosen = question("watch", AnswerKind.CHOICES, options=OPTIONS)

    assert answer_words(chosen, ("own", "gone")) == ("Our own staff", "gone")
    assert answer_words(question("name"), "own") == "own"
