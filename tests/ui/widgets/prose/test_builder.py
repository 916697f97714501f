"""Section text and documents hold the same."""

from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextDocument

from app.domain.document.prose.reader import read
from tests.ui.widgets.prose.strategies import PROSE
from ui.widgets.prose.builder import fill
from ui.widgets.prose.reading import prose_from


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(prose=PROSE)
def test_a_document_gives_back_the_text_it_was_filled_with(qapp, prose):
    document = QTextDocument()

    fill(document, prose)

    assert prose_from(document) == prose


def test_filling_a_document_again_leaves_nothing_of_the_old_text(qapp):
    document = QTextDocument()
    fill(document, read("# Old\n\n- one\n\n| a |\n| --- |\n| b |"))

    fill(document, read("New"))

    assert prose_from(document) == read("New")


def test_tables_side_by_side_stay_two_tables(qapp):
    source = "| a |\n| --- |\n\n| b |\n| --- |"
    document = QTextDocument()

    fill(document, read(source))

    assert prose_from(document) == read(source)
