"""Colours change, words and sizes do not."""

from app.export.word.oxml import w
from app.export.word.repainting import repaint


def test_grounds_letters_and_borders_are_repainted():
    part = w(
        "body",
        w("shd", val="clear", color="auto", fill="111111"),
        w("color", val="111111"),
        w("top", val="single", color="111111"),
        w("tblCaption", val="111111"),
        w("shd", fill="222222"),
    )

    repaint(part, {"111111": "333333"})

    assert [child.values() for child in part] == [
        ["clear", "auto", "333333"],
        ["333333"],
        ["single", "333333"],
        ["111111"],
        ["222222"],
    ]


def test_without_colours_everything_stays():
    part = w("body", w("color", val="111111"))

    repaint(part, {})

    assert part[0].values() == ["111111"]
