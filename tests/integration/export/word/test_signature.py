"""A signature box says who signs as what."""

from app.domain.document.tree import SignatureBox
from app.export.word.oxml import w
from app.export.word.signature import signature_box
from tests.builders import WORDING
from tests.integration.export.word.reading import find, value, words


def test_the_box_names_label_meaning_and_signer():
    body = w(
        "body", *signature_box(SignatureBox("f", "Chief Executive", "approved", "Ada L."), WORDING)
    )

    lines = words(body).splitlines()
    assert lines[:2] == ["Chief Executive", "approved"]
    assert "Ada L." in lines
    assert value(body, ".//w:tblCaption") == "Chief Executive: approved"


def test_the_box_is_never_torn_apart():
    body = w("body", *signature_box(SignatureBox("f", "Chief Executive", "approved"), WORDING))

    rows = find(body, ".//w:tr")
    assert len(find(body, ".//w:tr[w:trPr/w:cantSplit]")) == len(rows)
    assert all(find(row, ".//w:keepNext") for row in rows[:-1])
    assert not find(rows[-1], ".//w:keepNext")
