import pytest

from app.services.importing.cells import clean_cell, is_formula, on_one_line


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (" Ada\u00a0Byron ", "Ada Byron"),
        ("a\r\nb", "a\nb"),
        ("-", ""),
        ("N/A", ""),
        ("\u2014", ""),
        ("<b>x</b>", "<b>x</b>"),
        ("", ""),
    ],
)
def test_plain_text_is_kept_and_what_stands_for_nothing_is_blank(cell, kept):
    assert clean_cell(cell) == (kept, False)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("abc\u202egpj.exe", "abcgpj.exe"),
        ("a\x07b\x1b[31m", "ab[31m"),
        ("\ufeffAda", "Ada"),
        ("a\u200bb", "ab"),
        ("\u200e+44", "+44"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_does_not_show_is_left_out_and_told(cell, kept):
    assert clean_cell(cell) == (kept, True)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|x", "-2+A1", "@SUM(A1)", " =x", "\uff1dx", "=HYPERLINK(1)", "\tx"]
)
def test_what_a_spreadsheet_would_calculate_is_told(cell):
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["+44 20 7946 0958", "-5", "Ada", "a=b", "", "- 3,5 %", "="])
def test_numbers_and_words_are_no_formulas(cell):
    assert not is_formula(cell)


def test_white_space_becomes_single_spaces():
    assert on_one_line(" a\n\tb  c ") == "a b c"
