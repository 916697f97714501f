"""Facts are pairs of label and value."""

from app.domain.document.inline import plain
from app.domain.document.tree import Facts
from app.export.word.facts import facts
from app.export.word.oxml import w
from tests.integration.export.word.reading import find, value, words


def test_each_pair_is_a_row_headed_by_its_label(scope):
    body = w("body", *facts(Facts((("Hotline", plain("112")), ("Bridge", ()))), scope, 9_000))

    assert words(body).splitlines() == ["Hotline", "112", "Bridge", ""]
    assert len(find(body, "w:tbl/w:tr")) == 2
    assert value(body, "w:tbl/w:tblPr/w:tblLook", "w:firstColumn") == "1"


def test_no_pairs_leave_no_table(scope):
    assert facts(Facts(()), scope, 9_000) == []
