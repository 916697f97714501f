from app.domain.document.drawing import Drawing
from app.services.playbooks.picture import FlowCard, FlowPicture
from tests.builders import rid

CARDS = (
    FlowCard(rid("a"), 10.0, 10.0, 100.0, 20.0),
    FlowCard(rid("b"), 10.0, 50.0, 100.0, 20.0),
)
PICTURE = FlowPicture(Drawing(200.0, 100.0, ()), CARDS)


def test_a_place_on_a_card_finds_it():
    assert PICTURE.card_at(110.0, 30.0) is CARDS[0]
    assert PICTURE.card_at(60.0, 51.0) is CARDS[1]


def test_a_place_beside_all_cards_finds_none():
    for x, y in ((9.9, 20.0), (110.1, 20.0), (60.0, 40.0), (60.0, 9.0)):
        assert PICTURE.card_at(x, y) is None
