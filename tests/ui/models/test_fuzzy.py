"""Finding by a few letters."""

import pytest

from ui.models.fuzzy import score


@pytest.mark.parametrize(
    ("query", "text"),
    [("roles", "Roles and responsibilities"), ("roresp", "Roles and responsibilities"),
     ("", "anything"), ("deas3", "DE.AE-03 Correlate sources") ],
)  # fmt: skip
def test_letters_in_order_are_found(query, text):
    assert (score(query, text) is not None) == (query != "deas3")


def test_letters_far_apart_were_not_meant():
    assert score("sev", "Sources we examine before anything else, overall") is None


def test_a_whole_word_beats_odd_letters():
    whole, odd = score("class", "Classification"), score("class", "Call a senior")

    assert whole is not None
    assert odd is None or whole > odd


def test_the_beginning_beats_the_middle():
    beginning, middle = score("con", "Contacts"), score("con", "Recontact")

    assert beginning is not None
    assert middle is not None
    assert beginning > middle
