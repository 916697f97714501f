"""Words for the parts of a session."""

import pytest

from app.domain.plan.sessions import Choice, Occasion, Outcome, Topic, Verdict
from ui.models.session_words import (
    choice_text,
    length_text,
    occasion_text,
    outcome_text,
    timer_text,
    topic_text,
    verdict_text,
)


@pytest.mark.parametrize(
    ("said", "members"),
    [
        (occasion_text, Occasion),
        (topic_text, Topic),
        (choice_text, Choice),
        (outcome_text, Outcome),
        (verdict_text, (*Verdict, None)),
    ],
)
def test_each_has_words_of_its_own(said, members):
    words = [said(member) for member in members]

    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "under a minute"),
        (59, "under a minute"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h 00 min"),
        (7509, "2 h 05 min"),
    ],
)
def test_a_length_is_told_in_minutes(seconds, words):
    assert length_text(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00:00"), (309, "0:05:09"), (36_061, "10:01:01")]
)
def test_the_timer_shows_seconds(seconds, shown):
    assert timer_text(seconds) == shown
