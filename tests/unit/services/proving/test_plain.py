import datetime as dt

import pytest

from app.services.proving.plain import listed, one_line, utc_or_none, utc_text
from tests.unit.services.proving.reports import NOON


def test_times_are_utc_to_the_second():
    assert utc_text(NOON) == "2026-11-21T12:00:00Z"
    assert utc_or_none(NOON) == "2026-11-21T12:00:00Z"
    assert utc_or_none(None) is None
    assert utc_text(dt.datetime(1, 2, 3, tzinfo=dt.UTC)).endswith("02-03T00:00:00Z")


@pytest.mark.parametrize("char", ["\n", "\r", "\x1b", "\u202e", "\u2028", "\0", "\x85"])
def test_nothing_steers_a_terminal_or_starts_a_line(char):
    assert one_line(f"a{char}b") == "a\ufffdb"


def test_letters_of_every_script_and_blanks_stay():
    assert one_line("Ελένη \u00a0 Żółć 北京") == "Ελένη \u00a0 Żółć 北京"


@pytest.mark.parametrize(
    ("words", "text"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_words_are_listed_as_people_do(words, text):
    assert listed(words) == text
