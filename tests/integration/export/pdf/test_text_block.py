from typing import Any

import pytest

from app.domain.document.inline import Text, plain
from app.domain.document.tree import Anchor
from app.export.pdf.text_block import Bullet, inked
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BODY, LIST_ITEM

SETTER = Typesetter(frozenset())


def block(lines) -> Any:
    return SETTER.block("\n".join(f"line {n}" for n in range(lines)), BODY, 200, Element("P"))


@pytest.mark.parametrize(("lines", "room", "upper"), [(10, 4, 4), (10, 9, 8), (4, 3, 2)])
def test_two_lines_stay_together_on_either_page(lines, room, upper):
    first, second = block(lines).split(room * BODY.leading)

    assert (len(first.lines), len(second.lines)) == (upper, lines - upper)


@pytest.mark.parametrize(("lines", "room"), [(3, 2), (10, 1), (10, 0), (2, 1)])
def test_what_would_leave_a_single_line_is_not_torn(lines, room):
    assert block(lines).split(room * BODY.leading) is None


def test_the_bullet_stays_with_the_first_part():
    bullet = Bullet(SETTER.line("•", LIST_ITEM), 5, Element("Lbl"))
    entry: Any = SETTER.indented(plain("word " * 400), LIST_ITEM, 200, Element("LBody"), bullet)

    first, second = entry.split(100)

    assert first.bullet is bullet
    assert second.bullet is None
    assert first.continued
    assert not second.continued


def test_the_least_height_is_two_lines_of_a_long_block():
    assert block(10).least == 2 * BODY.leading
    assert block(3).least == 3 * BODY.leading


def test_places_go_with_their_lines():
    content = (Text("one\n"), Anchor("a"), Text("two\nthree\n"), Anchor("b"), Text("four\nfive"))
    whole: Any = SETTER.block(content, BODY, 200, None)

    upper, lower = whole.split(2 * BODY.leading)

    assert (list(upper.anchors()), list(lower.anchors())) == (["a"], ["b"])
    assert [place.line for place in (*upper.places, *lower.places)] == [1, 1]


def test_the_places_of_empty_paragraphs_go_to_the_next_with_words():
    contents = ((Anchor("a"),), (), (Anchor("b"), Text("word")), (Text("more"),), (Anchor("c"),))

    made = inked(SETTER.block(content, BODY, 200, None) for content in contents)

    assert [list(block.anchors()) for block in made] == [["a", "b"], [], ["c"]]
    assert [block.height for block in made] == [BODY.leading, BODY.leading, 0]


def test_nothing_inked_is_nothing():
    assert inked([SETTER.block((), BODY, 200, None)]) == ()
