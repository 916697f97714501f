"""Paper knows whether its even pages differ."""

from dataclasses import replace

from app.export.word.oxml import w
from app.export.word.plain_stationery import plain_stationery
from app.export.word.stationery import Leaf
from tests.integration.export.word.specimen import document


def test_pages_are_mirrored_when_an_even_page_has_an_edge_of_its_own():
    plain = plain_stationery(document(), 3)

    assert not plain.mirrored
    for name in ("even_header", "even_footer"):
        edges = replace(plain.pages, **{name: Leaf(w("hdr"))})
        assert replace(plain, pages=edges).mirrored
        assert replace(plain, turned_pages=edges).mirrored
