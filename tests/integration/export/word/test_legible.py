"""Forbidden characters are replaced where everybody sees it."""

import pytest

from app.export.word.legible import REPLACEMENT, legible, one_line


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1b", "\x7f", "\x9b", "\ud800", "\ufffe"])
def test_characters_xml_forbids_become_visible_replacements(character):
    assert legible(f"a{character}b") == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("character", ["\u202e", "\u202a", "\u2066", "\u2069", "\ufff9"])
def test_characters_that_reorder_text_become_visible_replacements(character):
    assert legible(f"pay{character}gpj") == f"pay{REPLACEMENT}gpj"


@pytest.mark.parametrize("text", ["A & B <c>", "שלום", "👩‍🚒", "e\u0301", "漢字", "tab\tnew\nline"])
def test_all_other_text_is_left_alone(text):
    assert legible(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_a_newline(end):
    assert legible(f"a{end}b") == "a\nb"


def test_one_line_folds_white_space_and_cuts():
    assert one_line(" a\n b\tc ", 4) == "a b…"
    assert one_line("a b", 3) == "a b"
    assert one_line("a b") == "a b"
