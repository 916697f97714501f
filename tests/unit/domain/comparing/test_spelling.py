import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.comparing.spelling import same_but_spelling
from tests.builders import QUICK


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "  \n"),
        ("Call the lead", "call the Lead."),
        ("They organize the center.", "They organise the centre."),
        ("Recieve the report", "Receive the report"),
        ("accomodate", "accommodate"),
        ("colour licence", "color license"),
        ("- **Stop** the service\n", "* Stop the service"),
        ("\u201cyes\u201d \u2013 no", '"yes" - no'),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_the_same_said_with_other_letters_is_spelling(before, after):
    assert same_but_spelling(before, after)
    assert same_but_spelling(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("in 4 hours", "in 2 hours"),
        ("1.5 days", "15 days"),
        ("severity S1", "severity S2"),
        ("may isolate", "must isolate"),
        ("is authorised", "is unauthorised"),
        ("able", "unable"),
        ("from", "form"),
        ("of", "off"),
        ("police", "policy"),
        ("internal", "external"),
        ("under < 5", "under > 5"),
        ("the lead calls", "the lead never calls"),
        ("the lead calls", "calls the lead"),
        ("abcdef", "badcfe"),
        ("[lead](role:lead)", "[lead](role:legal)"),
        ("lead", ""),
    ],
)
def test_other_words_numbers_and_signs_are_not_spelling(before, after):
    assert not same_but_spelling(before, after)
    assert not same_but_spelling(after, before)


@QUICK
@given(st.text())
def test_any_text_says_what_it_says(text):
    assert same_but_spelling(text, text)
