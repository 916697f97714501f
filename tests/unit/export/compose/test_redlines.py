"""Redlines of texts as lines of the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.comparing.redline import redline
from app.domain.document.tree import Deleted, Inserted
from app.export.compose.redlines import LONGEST, MOST_WORDS, redlined
from tests.builders import HOSTILE, QUICK
from tests.labels import ENGLISH
from tests.unit.export.compose.reading import words

REST = " ".join(f"w{at}" for at in range(1, 31))


def shown(before: str, after: str) -> list[str]:
    return [words(line) for line in redlined(redline(before, after), ENGLISH)]


def test_what_went_and_came_stands_between_the_words_around_it():
    assert shown(f"{REST} within 4 hours {REST}", f"{REST} within 2 hours {REST}") == [
        "… w24 w25 w26 w27 w28 w29 w30 within [-4-] [+2+] hours w1 w2 w3 w4 w5 w6 w7 …"
    ]


def test_each_line_of_the_text_is_a_line():
    assert shown("One.\nTwo.", "One.\nTwo.\nThree, four.") == ["One.", "Two.", "[+Three, four.+]"]


def test_a_paragraph_that_was_joined_is_seen():
    (line,) = shown("One two\nthree", "One two three")

    assert "[-¶-]" in line


def test_nothing_changed_is_no_line():
    assert shown("", "") == []
    assert redlined((), ENGLISH) == ()


def test_a_screen_reader_is_told_what_came_and_what_went():
    (line,) = redlined(redline("in 4 hours", "in 2 hours"), ENGLISH)

    assert Deleted("4", "deleted: 4") in line
    assert Inserted("2", "inserted: 2") in line


def test_of_a_text_rewritten_throughout_the_first_passages_are_printed_and_the_rest_counted():
    old = " ".join(f"keep{at} old{at}" for at in range(300))
    new = " ".join(f"keep{at} new{at}" for at in range(300))

    (passages, further) = shown(old, new)

    assert len(passages.split()) <= MOST_WORDS
    printed = passages.count("[-")
    assert further == f"{300 - printed} more passages of this text changed."
    assert 100 < printed < 200


def test_a_text_put_in_place_of_another_is_printed_from_its_beginning():
    old, new = ([f"{word}{at}" for at in range(2000)] for word in ("old", "new"))

    assert shown(" ".join(old), " ".join(new)) == [
        f"[-{' '.join(old[:LONGEST])}-] … [+{' '.join(new[:LONGEST])}+] …"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_taken_literally(text):
    lines = redlined(redline("before", f"before {text} {{text}}"), ENGLISH)

    assert "{text}" in "".join(map(words, lines))


@QUICK
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_line_is_empty_and_all_that_changed_is_there(before, after):
    spans = redline(before, after)
    lines = redlined(spans, ENGLISH)

    assert all(lines)
    came = "".join(one.text for line in lines for one in line if isinstance(one, Inserted))
    wanted = "".join(one.text for one in spans if one.kind.value == "added")
    assert came.replace("¶", "") == wanted.replace("\n", "").replace("¶", "")
