from typing import Any

from app.export.pdf.anchored import Anchored
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BODY


def test_the_upper_part_keeps_the_name():
    block = Typesetter(frozenset()).block("word " * 400, BODY, 200, None)

    anchored: Any = Anchored(block, ("a",), 1, "Title")
    upper, lower = anchored.split(100)

    assert isinstance(upper, Anchored)
    assert upper.names == ("a",)
    assert not isinstance(lower, Anchored)
    assert (list(upper.anchors()), list(lower.anchors())) == (["a"], [])


def test_what_cannot_be_torn_is_not():
    block = Typesetter(frozenset()).block("word", BODY, 200, None)

    assert Anchored(block, ()).split(100) is None
