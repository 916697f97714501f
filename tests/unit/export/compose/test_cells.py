from app.domain.document.tree import Cell
from app.export.compose.cells import begun, optional, stacked
from tests.unit.export.compose.reading import cell_words


def test_what_need_not_be_stated_may_stay_empty():
    assert optional(" \n") == Cell()
    assert cell_words(optional("one\n\ntwo")) == "one\ntwo"


def test_parts_are_stacked_without_the_blank_ones():
    assert stacked("one", "", " ", "two") == "one\ntwo"


def test_a_plain_first_word_begins_with_a_capital():
    assert begun("the head of IT") == "The head of IT"
    assert begun("eHealth team") == "eHealth team"
    assert begun("Ada") == "Ada"
    assert (begun(""), begun("  ")) == ("", "  ")
