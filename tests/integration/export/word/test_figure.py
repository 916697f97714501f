"""Figures carry pixels, vectors and words."""

from app.domain.document.drawing import Box, Drawing, Ink
from app.domain.document.tree import Figure
from app.export.word.figure import figure
from app.export.word.oxml import w
from app.export.word.page import EMU_PER_TWIP, TURNED, UPRIGHT
from tests.integration.export.word.reading import find, value, words
from tests.integration.export.word.specimen import tree

BIG = Drawing(9_000, 100, (Box(0, 0, 9_000, 100, fill=Ink.BRAND),))
TALL = Drawing(100, 9_000, (Box(0, 0, 100, 9_000, fill=Ink.BRAND),))


def extent(body):
    return int(value(body, ".//wp:extent", "cx")), int(value(body, ".//wp:extent", "cy"))


def test_a_figure_is_drawn_twice_and_described(scope, ledger):
    block = Figure("Tree", "Who informs <whom>", tree(), "tree")

    body = w("body", *figure(block, scope, UPRIGHT))

    ((png, svg),) = ledger.pictures
    assert png.startswith(b"\x89PNG")
    assert b"<svg" in svg
    assert value(body, ".//wp:docPr", "descr") == "Who informs <whom>"
    assert value(body, ".//a:blip", "r:embed") == "png1"
    assert value(body, ".//asvg:svgBlip", "r:embed") == "svg1"
    assert words(body).splitlines()[-1] == "Figure 1. Tree"


def test_a_figure_keeps_its_size_when_it_fits(scope):
    body = w("body", *figure(Figure("Tree", "", tree()), scope, UPRIGHT))

    assert extent(body) == (360 * 12_700, 130 * 12_700)


def test_a_figure_is_never_larger_than_the_page(scope):
    for drawing in (BIG, TALL):
        for sheet in (UPRIGHT, TURNED):
            width, height = extent(w("body", *figure(Figure("", "", drawing), scope, sheet)))

            assert width <= sheet.text_width * EMU_PER_TWIP
            assert height < sheet.text_height * EMU_PER_TWIP


def test_every_figure_has_a_number_of_its_own(scope):
    block = Figure("Tree", "", tree())

    body = w("body", *figure(block, scope, UPRIGHT), *figure(block, scope, UPRIGHT))

    numbers = [made.get("id") for made in find(body, ".//wp:docPr")]
    assert len(set(numbers)) == 2
