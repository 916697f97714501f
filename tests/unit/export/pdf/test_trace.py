from app.export.pdf.trace import Element


def test_elements_are_walked_in_reading_order():
    root = Element("Document")
    first = root.add("P")
    inner = first.add("Link")
    second = root.add("P")

    assert list(root.walk()) == [root, first, inner, second]


def test_equal_looking_elements_stay_apart():
    assert Element("TD") != Element("TD")
