"""Labels show text and never markup."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.chips import LONGEST, Chip, Tone
from ui.widgets.labels import breakable, label, paragraph, set_paragraph

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


@pytest.mark.parametrize("shown_by", ["label", "paragraph"])
def test_a_word_without_end_does_not_make_its_label_as_wide(host, shown_by):
    made = label(host, wrap=True) if shown_by == "label" else paragraph(host)
    set_text = made.setText if shown_by == "label" else lambda text: set_paragraph(made, text)
    set_text("W" * 20)
    short = made.minimumSizeHint().width()

    set_text("W" * 5000)

    assert made.minimumSizeHint().width() <= short


def test_what_a_wrapped_label_says_is_what_it_was_told(host):
    assert label(host, "W" * 5000, wrap=True).text() == "W" * 5000


@pytest.mark.parametrize("text", ["", "two words", "f" * 64, "\U0001f600" * 30])
def test_words_of_an_ordinary_length_are_left_as_they_are(text):
    assert breakable(text) == text


def test_nothing_but_places_to_break_is_added():
    text = "W" * 300 + HOSTILE + "\U0001f468\u200d\U0001f469" * 100

    assert breakable(text).replace("\u200b", "") == text


def test_a_chip_cuts_a_name_that_is_no_chip_and_says_it_whole(host):
    chip = Chip(host, "W" * 5000, Tone.NEUTRAL)

    assert len(chip.text()) == LONGEST
    assert chip.accessibleName() == "W" * 5000
    assert chip.toolTip()

    chip.show_state("Approved", Tone.NEUTRAL)

    assert (chip.text(), chip.accessibleName()) == ("Approved", "Approved")
    assert not chip.toolTip()
