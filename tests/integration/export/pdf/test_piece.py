import pytest

from app.domain.document.drawing import Drawing
from app.export.pdf.illustrations import Illustration
from app.export.pdf.piece import Piece
from app.export.pdf.stack import Space, Stack
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BODY

PIECES = (
    Space(10),
    Stack(),
    Typesetter(frozenset()).block("word " * 100, BODY, 200, Element("P")),
    Illustration(Drawing(10, 10, ()), 100, Element("Figure")),
)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: type(piece).__name__)
def test_no_piece_needs_more_than_it_has(piece: Piece):
    assert 0 <= piece.least <= piece.height


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: type(piece).__name__)
def test_torn_pieces_fit_their_room(piece: Piece):
    parts = piece.split(piece.height / 2)

    if parts is not None:
        assert parts[0].height <= piece.height / 2
        assert parts[0].height + parts[1].height == pytest.approx(piece.height)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: type(piece).__name__)
def test_no_piece_makes_up_a_place(piece: Piece):
    assert list(piece.anchors()) == []
