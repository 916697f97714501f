from typing import Any
from xml.etree import ElementTree

from app.domain.document.drawing import Drawing, Label
from app.export.figures.svg import svg

SVG = "{http://www.w3.org/2000/svg}"


def test_every_shape_becomes_an_element(drawing):
    root: Any = ElementTree.fromstring(svg(drawing))

    assert [child.tag.removeprefix(SVG) for child in root] == [
        "rect",
        "polyline",
        "polygon",
        "polyline",
        "circle",
        "text",
    ]
    assert root.get("viewBox") == "0 0 200 100"


def test_text_is_text_and_nothing_else(drawing):
    root: Any = ElementTree.fromstring(svg(drawing))

    assert root.find(f"{SVG}text").text == "A & B <c> ☐"


def test_control_characters_leave_the_file_readable():
    root: Any = ElementTree.fromstring(svg(Drawing(9, 9, (Label(0, 0, "a\x00\ud800\nb"),))))

    assert root.find(f"{SVG}text").text == "a\ufffd\ufffd b"
