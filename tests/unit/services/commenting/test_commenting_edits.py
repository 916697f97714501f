"""Saying, answering, rewording and resolving."""

from datetime import UTC, datetime

import pytest

from app.domain.plan.changes import apply, invert
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.commenting.edits import (
    LONGEST,
    LONGEST_NAME,
    Remark,
    answered,
    commented,
    flaw,
    resolved,
    reworded,
)
from app.services.commenting.threads import threads

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SAID = Remark("  Mary   Major ", " Is this still right?\x00 ", NOW)
PLAN = Plan(RecordId("plan"))


def talk(*texts):
    """A plan in which the first text is said of Ada and the others answer it."""
    plan = apply(PLAN, commented(PLAN, Kind.PERSON, RecordId("ada"), SAID))
    first = next(iter(plan.comments.values()))
    for text in texts:
        plan = apply(plan, answered(plan, first, Remark("Bob", text, NOW)))
    return plan, first


def test_a_comment_keeps_who_said_what_and_when():
    _, first = talk()

    assert (first.about, first.author, first.text) == (
        "people/ada",
        "Mary Major",
        "Is this still right?",
    )
    assert first.at == NOW


def test_an_answer_to_an_answer_joins_the_conversation():
    plan, _ = talk("Yes")
    yes = next(one for one in plan.comments.values() if one.text == "Yes")

    plan = apply(plan, answered(plan, yes, Remark("Mary Major", "Thanks", NOW)))

    assert [len(one.comments) for one in threads(plan)] == [3]


def test_rewording_changes_the_text_alone():
    plan, first = talk("Yes")

    after = apply(plan, reworded(plan, first, " Is it right? "))

    now = after.comments[first.id]
    assert now.text == "Is it right?"
    assert (now.author, now.at, now.about) == (first.author, first.at, first.about)


def test_resolving_takes_the_answers_along_and_can_be_undone():
    plan, first = talk("Yes", "No")
    changes = resolved(plan, first)

    after = apply(plan, changes)

    assert not after.comments
    assert apply(after, invert(changes)) == plan


def test_an_answer_is_resolved_alone():
    plan, first = talk("Yes")
    yes = next(one for one in plan.comments.values() if one.text == "Yes")

    assert list(apply(plan, resolved(plan, yes)).comments) == [first.id]


@pytest.mark.parametrize(
    ("author", "text", "wanting"),
    [
        ("Mary", "Why?", ""),
        (" ", "Why?", "author"),
        ("Mary", " \n ", "text"),
        ("", "", "text"),
        ("Mary", "x" * (LONGEST + 1), "text"),
        ("Mary", "x" * LONGEST, ""),
        ("M" * LONGEST_NAME, "Why?", ""),
        ("M" * (LONGEST_NAME + 1), "Why?", "author"),
    ],
)
def test_somebody_has_to_say_something(author, text, wanting):
    assert flaw(Remark(author, text, NOW)) == wanting
