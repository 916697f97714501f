"""Where letters occur."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.find_text import Hit, hits, units


def test_occurrences_come_in_reading_order():
    assert hits(["one two", "", "two one two"], "two") == (Hit(0, 4, 3), Hit(2, 0, 3), Hit(2, 8, 3))


def test_case_counts_only_where_asked():
    assert len(hits(["Report a report"], "REPORT")) == 2
    assert hits(["Report a report"], "report", case=True) == (Hit(0, 9, 6),)


@pytest.mark.parametrize("wanted", ["", "  ", "absent"])
def test_nothing_is_found_of_nothing(wanted):
    assert hits(["some text"], wanted) == ()


def test_signs_stand_for_themselves():
    assert hits(["a.b a*b (x"], "a.b") == (Hit(0, 0, 3),)
    assert len(hits(["a.b a*b (x"], "(")) == 1


@given(text=st.text(max_size=40), wanted=st.text(min_size=1, max_size=3), case=st.booleans())
def test_what_is_found_reads_like_what_was_wanted(text, wanted, case):
    for hit in hits([text], wanted, case=case):
        part = text[hit.start : hit.start + hit.length]
        assert (
            part == wanted
            if case
            else part.casefold() == wanted.casefold() or len(part) == len(wanted)
        )


def test_places_are_counted_as_qt_does():
    assert units("a\U0001f600b", 2) == 3
    assert units("abc", 2) == 2
