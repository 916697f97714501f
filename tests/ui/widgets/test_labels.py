"""Labels show text and never markup."""

from PySide6.QtCore import Qt

from ui.widgets.labels import label, paragraph

HOSTILE = '<img src="file:///etc/passwd"><b>R&D</b>'


def test_a_label_shows_markup_as_letters(host):
    made = label(host, HOSTILE)

    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == HOSTILE


def test_a_paragraph_escapes_what_people_wrote(host):
    made = paragraph(host, HOSTILE)

    assert "<img" not in made.text()
    assert "&lt;img" in made.text()
    assert made.accessibleName() == HOSTILE
