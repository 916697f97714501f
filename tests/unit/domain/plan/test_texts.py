import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.texts import LONGEST_TEXT, cleaned, problem_with
from tests.builders import QUICK

ANY_TEXT = st.text(st.characters()) | st.text(st.sampled_from("a\r\n\t\x00\u202e\u2029\u200d"))


@pytest.mark.parametrize(
    "text", ["", "one\ntwo\tthree", "\u0627\u0644\u0639", "\U0001f468\u200d\U0001f692", "\ufeff"]
)
def test_ordinary_text_is_fine(text):
    assert problem_with(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\x00", "holds the control character U+0000 at 2"),
        ("\r", "holds the control character U+000D at 1"),
        ("abc\u202e", "holds the control character U+202E at 4"),
        ("\ud800", "holds the control character U+D800 at 1"),
        ("\x85", "holds the control character U+0085 at 1"),
        ("x" * (LONGEST_TEXT + 1), "is 100,001 characters long; 100,000 is the most"),
    ],
)
def test_text_that_cannot_be_kept_is_named(text, problem):
    assert problem_with(text) == problem


def test_cleaning_keeps_lines_and_drops_controls():
    assert cleaned("a\r\nb\rc\u2029d\x07\u2066e") == "a\nb\nc\nde"


def test_cleaning_cuts_what_is_too_long():
    assert len(cleaned("x" * (LONGEST_TEXT + 5))) == LONGEST_TEXT


@QUICK
@given(ANY_TEXT)
def test_cleaned_text_has_no_problem_and_cleaning_again_changes_nothing(text):
    once = cleaned(text)

    assert problem_with(once) is None
    assert cleaned(once) == once


@QUICK
@given(ANY_TEXT)
def test_text_without_a_problem_is_not_altered(text):
    if problem_with(text) is None:
        assert cleaned(text) == text.replace("\u2029", "\n")
