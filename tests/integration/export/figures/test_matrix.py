from app.domain.document.drawing import Box, Drawing, Ink, Label
from app.export.figures.matrix import MatrixCellFigure, MatrixFigure, matrix

CELL = MatrixCellFigure("SEV-1 Critical", Ink.SEVERITY_1, Ink.ON_SEVERITY_1)


def figure(rows=3, columns=4, text="SEV-1 Critical"):
    cell = MatrixCellFigure(text, Ink.SEVERITY_1, Ink.ON_SEVERITY_1)
    return MatrixFigure(
        tuple(f"Impact {n}" for n in range(rows)),
        tuple(f"Urgency {n}" for n in range(columns)),
        ((cell,) * columns,) * rows,
        "Impact",
        "Urgency",
    )


def test_every_cell_prints_its_word():
    drawing = matrix(figure())

    labels = [shape.text for shape in drawing.shapes if isinstance(shape, Label)]
    assert labels.count("SEV-1 Critical") == 12
    assert {"Impact", "Urgency", "Impact 2", "Urgency 3"} <= set(labels)


def test_the_matrix_fills_the_width_and_no_more():
    drawing = matrix(figure(columns=7), 300)

    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    assert drawing.width == 300
    assert abs(max(box.x + box.width for box in boxes) - 300) < 1e-6
    assert max(box.y + box.height for box in boxes) <= drawing.height


def test_long_words_make_cells_taller():
    tall, low = matrix(figure(text="several words that need a number of lines")), matrix(figure())

    assert tall.height > low.height


def test_no_classes_make_an_empty_drawing():
    assert matrix(MatrixFigure((), (), ())) == Drawing(0.0, 0.0, ())
