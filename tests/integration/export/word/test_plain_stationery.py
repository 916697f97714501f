"""Our own paper."""

from app.export.word.page import TURNED, UPRIGHT
from app.export.word.plain_stationery import plain_stationery
from tests.integration.export.word.reading import value, words
from tests.integration.export.word.specimen import document


def test_it_is_ours_from_sheet_to_foot():
    made = plain_stationery(document(), 9)

    assert (made.upright, made.turned) == (UPRIGHT, TURNED)
    assert made.painted
    assert not made.inks
    assert words(made.pages.footer.content).endswith("Page 1 of 9")
    assert words(made.turned_pages.header.content).startswith("Harbour & Vale Water")
    assert words(made.cover.header.content) == ""
    assert value(made.styles, "w:docDefaults//w:lang") == "en-GB"
