import pikepdf

from app.export.pdf.finish.places import annotate, destination, rectangle
from app.export.pdf.trace import PlacedAnchor


def test_rectangles_are_rounded():
    assert [float(value) for value in rectangle((1.0049, 2, 3, 4.999))] == [1.0, 2, 3, 5]


def test_a_destination_is_a_place_on_a_page():
    pdf = pikepdf.new()
    pdf.add_blank_page()

    target = destination(pdf.pages[0].obj, PlacedAnchor(0, 700))

    assert target[0].objgen == pdf.pages[0].obj.objgen
    assert target[3] == 708


def test_annotations_add_up():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for _ in range(2):
        annotate(pdf.pages[0].obj, (pdf.make_indirect(pikepdf.Dictionary()),))

    assert len(pdf.pages[0].Annots) == 2
