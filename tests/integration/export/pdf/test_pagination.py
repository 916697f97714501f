from dataclasses import dataclass

from app.export.pdf.pagination import TURNED, UPRIGHT, Flow, paginate
from app.export.pdf.stack import Space


@dataclass(frozen=True)
class Dough:
    """A piece that can be torn anywhere."""

    height: float
    least: float = 1.0

    def anchors(self):
        return iter(())

    def split(self, room):
        return (Dough(room), Dough(self.height - room)) if room >= 1 else None

    def draw(self, pen, x, top):
        pass


PAGE = UPRIGHT.text_height


def starts(*flows):
    """The page each flow begins on, counted from 0; none of them is torn."""
    placed = [
        (number, one.piece)
        for number, page in enumerate(paginate(flows).pages)
        for one in page.placed
    ]
    return [number for flow in flows for number, piece in placed if piece is flow.piece]


def heights(layout):
    return [[round(placed.piece.height) for placed in page.placed] for page in layout.pages]


def test_pieces_follow_each_other_with_the_larger_gap_between():
    layout = paginate([Flow(Space(10), after=5), Flow(Space(20), before=8)])

    first, second = layout.pages[0].placed
    assert first.top - second.top == 10 + 8


def test_a_title_goes_with_its_text():
    title = Flow(Space(30), keeps_next=True)

    assert starts(Flow(Space(PAGE - 40)), title, Flow(Space(50))) == [0, 1, 1]


def test_a_chain_of_titles_goes_with_its_text():
    found = starts(
        Flow(Space(PAGE - 90)),
        Flow(Space(30), keeps_next=True),
        Flow(Space(30), keeps_next=True),
        Flow(Space(50)),
    )

    assert found == [0, 1, 1, 1]


def test_what_can_be_torn_fills_the_page():
    layout = paginate([Flow(Space(100)), Flow(Dough(2 * PAGE))])

    assert heights(layout) == [[100, round(PAGE - 100)], [round(PAGE)], [100]]


def test_a_piece_taller_than_a_page_is_placed_all_the_same():
    assert heights(paginate([Flow(Space(10)), Flow(Space(5000))])) == [[10], [5000]]


def test_a_new_page_is_begun_once():
    assert starts(Flow(Space(10), new_page=True), Flow(Space(20), new_page=True)) == [0, 1]


def test_a_wide_piece_turns_the_page_and_its_title_goes_along():
    flows = [
        Flow(Space(300)),
        Flow(Space(20), keeps_next=True),
        Flow(Dough(50), wide=True),
        Flow(Space(20)),
    ]

    assert [page.sheet for page in paginate(flows).pages] == [UPRIGHT, TURNED, UPRIGHT]
    assert starts(*flows) == [0, 1, 1, 2]


def test_a_short_lead_does_not_stay_alone_before_a_wide_piece():
    found = starts(
        Flow(Space(300)),
        Flow(Space(20), new_page=True, keeps_next=True),
        Flow(Space(40)),
        Flow(Dough(50), wide=True),
    )

    assert found == [0, 1, 1, 1]


def test_a_long_lead_stays_upright():
    lead = (Flow(Space(20), new_page=True), Flow(Space(400)))

    assert starts(*lead, Flow(Dough(50), wide=True)) == [0, 0, 1]


def test_nothing_makes_no_page():
    assert paginate([]).pages == ()
