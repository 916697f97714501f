from app.domain.document.drawing import Drawing
from app.domain.document.tree import Figure
from app.export.pdf.illustrations import figure_flows
from app.export.pdf.pagination import UPRIGHT
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter


def flows(figure, root):
    return list(figure_flows(figure, "Figure 1. Tree", Typesetter(frozenset()), 400, root))


def test_a_figure_fits_the_page_and_keeps_its_caption():
    figure, caption = flows(Figure("Tree", "A tree", Drawing(5000, 9000, ())), Element("Document"))

    assert figure.piece.height + caption.piece.height < UPRIGHT.text_height
    assert figure.keeps_next


def test_a_figure_says_what_it_shows():
    root = Element("Document")

    flows(Figure("Tree", "Who calls whom", Drawing(50, 50, ())), root)

    assert next(e for e in root.walk() if e.tag == "Figure").alternative == "Who calls whom"


def test_a_figure_without_words_says_its_caption():
    root = Element("Document")

    flows(Figure("Tree", " ", Drawing(50, 50, ())), root)

    assert next(e for e in root.walk() if e.tag == "Figure").alternative == "Figure 1. Tree"
