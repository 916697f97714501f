"""Tooltips are plain text in lines a screen has room for."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import Qt

from tests.builders import QUICK
from ui.widgets.tips import LINE, LONGEST_TIP, plain_tip


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)><b>bold</b>",
        "R&D &lt;b&gt; and more",
        "a < b\n<p>second",
    ],
)
def test_what_looks_like_markup_is_never_taken_for_it(text):
    assert Qt.mightBeRichText(text)
    assert not Qt.mightBeRichText(plain_tip(text))


def test_a_plain_text_stays_as_it_is():
    assert plain_tip("Undo: R&D &amp; more (Ctrl+Z)\nsecond") == (
        "Undo: R&D &amp; more (Ctrl+Z)\nsecond"
    )


@pytest.mark.parametrize("text", ["W" * 5000, "many words " * 500])
def test_a_long_text_is_cut_and_broken_into_lines(text):
    tip = plain_tip(text)

    assert tip.endswith("\u2026")
    assert max(map(len, tip.splitlines())) <= LINE
    assert len(tip) < LONGEST_TIP * 1.1


def test_nothing_says_nothing():
    assert plain_tip("") == ""


@QUICK
@given(st.text(alphabet=" \tab\n", max_size=40))
def test_short_lines_come_out_as_if_they_were_broken(text):
    assert plain_tip(text) == "\n".join("\n".join(wrap(one, LINE)) for one in text.splitlines())
