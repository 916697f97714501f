"""Watermarks are lettering in the header."""

import pytest

from app.export.word.oxml import w
from app.export.word.watermark import watermark
from tests.integration.export.word.reading import value


@pytest.mark.parametrize("text", ["DRAFT", '"/><script>', "a & b", "x"])
def test_the_words_are_lettering_whatever_they_are(text):
    made = watermark(text, 1)

    assert made is not None
    assert value(w("p", made), ".//v:shape/v:textpath", "string") == text


def test_line_ends_and_length_are_tamed():
    made = watermark("NOT\nYET " * 40, 1)

    assert made is not None
    string = value(w("p", made), ".//v:shape/v:textpath", "string")
    assert "\n" not in string
    assert len(string) <= 60


@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_words_no_watermark(text):
    assert watermark(text, 1) is None
