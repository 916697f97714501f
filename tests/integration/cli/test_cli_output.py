import json

import pytest

from app.cli.output import percent, printable, say, say_json, say_table


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0%"), (0.29, "29%"), (0.5, "50%"), (0.996, "99%"), (0.9999, "99%"), (1.0, "100%")],
)
def test_only_what_is_complete_has_a_hundred_percent(share, shown):
    assert percent(share) == shown


def test_each_line_is_said(capsys):
    say("one", "", "two")

    assert capsys.readouterr().out == "one\n\ntwo\n"


def test_json_keeps_its_letters(capsys):
    say_json({"name": "Zoë 🚑"})

    out = capsys.readouterr().out
    assert "Zoë 🚑" in out
    assert json.loads(out) == {"name": "Zoë 🚑"}


def test_columns_are_as_wide_as_their_widest_cell(capsys):
    say_table(("A", "LONG"), [("wide cell", "x"), ("y", "")])

    assert capsys.readouterr().out == "A          LONG\nwide cell  x\ny\n"


def test_a_table_without_rows_has_its_heads(capsys):
    say_table(("A", "B"), [])

    assert capsys.readouterr().out == "A  B\n"


HOSTILE = "a\x1b[2Jb\x7f\x9bc\u202ed\ue000\ufeff"


def test_json_says_everything_and_steers_no_terminal(capsys):
    said = {"name": HOSTILE, "line": "one\ntwo\t\u2028", "list": [1, None, True]}

    say_json(said)

    out = capsys.readouterr().out
    assert all(char.isprintable() or char == "\n" for char in out)
    assert json.loads(out) == said


def test_text_of_anybody_stays_on_its_line_and_steers_no_terminal():
    assert printable(HOSTILE) == "a�[2Jb��c�d��"
    assert printable(" one\r\n two\u2028\t three\N{NO-BREAK SPACE}") == "one two three"
    assert printable("Zoë 🚑, 4 h → 2 h") == "Zoë 🚑, 4 h → 2 h"
    assert printable("") == ""
