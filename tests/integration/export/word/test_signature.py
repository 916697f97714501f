"""A signature box says who signs as what, and where."""

from dataclasses import replace

import pytest

from app.domain.document.tree import SignatureBox
from app.export.word.oxml import w
from app.export.word.scope import Registrar, Scope
from app.export.word.signature import signature_box
from tests.builders import WORDING
from tests.integration.export.word.reading import find, value, words


@pytest.fixture
def scope() -> Scope:
    pictures: list[bytes] = []

    def image(png: bytes) -> str:
        pictures.append(png)
        return f"line{len(pictures)}"

    registrar = Registrar(lambda address: "", lambda png, svg: None, image=image)  # type: ignore[arg-type,return-value]
    return Scope(replace(WORDING, signs_pdf="Signs the PDF."), registrar, {}, {})


def body(box, scope):
    return w("body", *signature_box(box, scope))


def test_the_box_names_label_meaning_and_signer(scope):
    made = body(SignatureBox("Author", "Chief Executive", "approved", "Ada L."), scope)

    lines = words(made).splitlines()
    assert lines[:2] == ["Chief Executive", "approved"]
    assert "Ada L." in lines
    assert value(made, ".//w:tblCaption") == "Chief Executive: approved"


@pytest.mark.parametrize("field", ["Seal", "Author"])
def test_the_box_is_never_torn_apart(scope, field):
    made = body(SignatureBox(field, "Chief Executive", "approved"), scope)

    rows = find(made, ".//w:tr")
    assert len(find(made, ".//w:tr[w:trPr/w:cantSplit]")) == len(rows)
    assert all(find(row, ".//w:keepNext") for row in rows[:-1])
    assert not find(rows[-1], ".//w:keepNext")


@pytest.mark.parametrize("field", ["Seal", "Approver"])
def test_seal_and_approver_sign_here(scope, field):
    made = body(SignatureBox(field, "Chief Executive", "approved"), scope)

    assert len(find(made, ".//w:tc[2]//o:signatureline")) == 1
    assert "Signs the PDF." not in words(made)


@pytest.mark.parametrize("field", ["Author", "Reviewer", "Approver2", "Chair"])
def test_everybody_else_is_sent_to_the_pdf(scope, field):
    made = body(SignatureBox(field, "Chief Executive", "approved"), scope)

    assert not find(made, ".//o:signatureline")
    assert "Signs the PDF." in words(made)


def test_a_part_that_takes_no_pictures_leaves_room_to_sign_by_hand(scope):
    scope.registrar = Registrar(scope.registrar.link, scope.registrar.picture)

    made = body(SignatureBox("Seal", "Organisation", "sealed"), scope)

    assert not find(made, ".//w:pict")
    assert "Signs the PDF." not in words(made)
