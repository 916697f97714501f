from dataclasses import replace
from typing import Any

from app.domain.document.tree import SignatureBox
from app.export.pdf.pagination import UPRIGHT
from app.export.pdf.signatures import signature_flow
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import SIGNATURE_HEIGHT

BOX = SignatureBox("Approver", "Approver", "Approved for use", "Ada Lovelace")


def card_of(root) -> Any:
    return signature_flow(BOX, Typesetter(frozenset()), 460, root).piece


def test_the_field_says_who_signs_what():
    card = card_of(Element("Document"))

    assert card.name == "Approver"
    assert card.description == "Approver, Approved for use, Ada Lovelace"


def test_a_card_is_never_torn():
    card = card_of(Element("Document"))

    assert card.split(20) is None
    assert card.height > SIGNATURE_HEIGHT


def test_names_without_end_are_cut_on_the_card_and_told_by_the_field():
    names = ", ".join(f"Person {n}" for n in range(400))
    flow = signature_flow(replace(BOX, signer=names), Typesetter(frozenset()), 460, Element("D"))
    card: Any = flow.piece

    last = card.words.layers[-1].piece.lines[-1]
    assert card.height < UPRIGHT.text_height / 2
    assert "".join(run.text for run in last.runs).endswith("…")
    assert card.description.endswith("Person 399")


def test_the_field_is_tagged_after_its_words():
    root = Element("Document")

    card_of(root)

    assert [kid.tag for kid in root.walk()][1:] == ["P", "P", "P", "Form"]
