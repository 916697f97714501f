"""The answers of nobody in particular."""

from datetime import date

import pytest

from app.domain.interview.conditions import Equals
from app.domain.interview.questions import AnswerKind, Option
from app.domain.interview.template import Proposal
from app.domain.plan.durations import Duration, TimeUnit
from app.services.previewing.examples import example_answers
from tests.builders import question, section, template

OPTIONS = (
    Option("health", "Health care"),
    Option("money", "Banking and payment services"),
    Option("code", "Software and cloud services"),
)


def answers(*questions, proposals=()):
    return example_answers(template(section(questions=questions), proposals=proposals))


@pytest.mark.parametrize(
    ("kind", "example", "answer"),
    [
        (AnswerKind.TEXT, " the chief executive ", "the chief executive"),
        (AnswerKind.LONG_TEXT, "We bake.", "We bake."),
        (AnswerKind.LIST, "the mill, the shop", ("the mill, the shop",)),
        (AnswerKind.DURATION, "4 hours", Duration(4, TimeUnit.HOURS)),
        (AnswerKind.NUMBER, "12", 12),
        (AnswerKind.DATE, "2026-11-30", date(2026, 11, 30)),
        (AnswerKind.YES_NO, "Yes, the whole platform", True),
        (AnswerKind.YES_NO, "No, never", False),
        (AnswerKind.YES_NO, "", True),
        (AnswerKind.CHOICE, "software and digital services", "code"),
        (AnswerKind.CHOICE, "and", "health"),
        (AnswerKind.CHOICES, "Banking and payment services, health care", ("health", "money")),
        (AnswerKind.CHOICES, "", ("health",)),
    ],
)
def test_an_example_answers_its_question(kind, example, answer):
    asked = question("q", kind, example=example, options=OPTIONS)

    assert answers(asked) == {"q": answer}


@pytest.mark.parametrize(
    ("kind", "example"),
    [
        (AnswerKind.TEXT, " "),
        (AnswerKind.LIST, ""),
        (AnswerKind.DURATION, "soon"),
        (AnswerKind.NUMBER, "a dozen"),
        (AnswerKind.NUMBER, "\N{SUPERSCRIPT TWO}"),
        (AnswerKind.DATE, "next week"),
        (AnswerKind.CHOICE, "x"),
        (AnswerKind.CHOICES, "x"),
    ],
)
def test_what_is_no_answer_leaves_the_question_open(kind, example):
    assert answers(question("q", kind, example=example)) == {}


def test_a_proposal_comes_before_the_example():
    asked = question("q", example="the example")

    assert answers(asked, proposals=(Proposal("q", "proposed"),)) == {"q": "proposed"}


def test_only_what_is_asked_next_to_the_answers_before_is_answered():
    sector = question("sector", AnswerKind.CHOICE, example="Health care", options=OPTIONS)
    wards = question("wards", example="four", when=Equals("sector", "health"))
    keys = question("keys", example="two", when=Equals("sector", "code"))

    assert answers(sector, wards, keys) == {"sector": "health", "wards": "four"}
