"""T10: no cell is ever a formula, in whatever way a spreadsheet parts them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.evidence.spreadsheet import csv_bytes, harmless, several
from tests.builders import QUICK, TEXTS

COMPUTED = "=+-@＝＋－＠"  # noqa: RUF001 - full-width, on purpose
INVISIBLE = " \t\r\n\u00a0\u00ad\u200b\u200d\u200e\u2060\ufeff"


@pytest.mark.parametrize("first", COMPUTED)
@pytest.mark.parametrize("before", ["", " ", "\t", "\r\n", "\ufeff", "\u200b ", "a; ", "a;", ';"'])
def test_what_would_be_computed_begins_with_an_apostrophe(first, before):
    made = harmless(f"{before}{first}cmd|'/c calc'!A0")

    assert f"'{first}cmd" in made


@pytest.mark.parametrize("text", ["2.0", "a-b", "x = y", "a@b.example", "(+44) 20", "'quoted'", ""])
def test_other_text_stays_as_it_is(text):
    assert harmless(text) == text


def test_a_text_of_several_lines_becomes_one():
    assert harmless("one\r\n\ttwo\u2028three") == "one two three"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\ud800", "\u202e", "\u2066"])
def test_what_controls_a_screen_or_turns_a_line_is_shown(char):
    assert harmless(f"a{char}b") == "a\ufffdb"


def test_letters_of_other_scripts_and_emoji_stay():
    text = "Ἀθηνᾶ Москва שלום \U0001f468\u200d\U0001f692"

    assert harmless(text) == text


@QUICK
@given(st.lists(st.lists(TEXTS | st.text(COMPUTED + INVISIBLE + ';"ab', max_size=9), min_size=2)))
def test_no_cell_is_a_formula_however_the_line_is_parted(rows):
    made = csv_bytes(("one", "two"), rows).decode("utf-8-sig")

    assert "\n" not in made.replace("\r\n", "")
    for separator in ",;\t":
        for line in csv.reader(io.StringIO(made, newline=""), delimiter=separator):
            for cell in line:
                assert not cell.lstrip(INVISIBLE).startswith(tuple(COMPUTED))


def test_a_reader_gets_the_very_cells_back():
    rows = [["a", 'say "x", then; y'], ["", "plain"]]

    made = csv_bytes(("one", "two"), rows)

    assert made.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert read == [["one", "two"], *rows]


def test_several_texts_share_a_cell():
    assert several(["a", " ", "", "b"]) == "a; b"
