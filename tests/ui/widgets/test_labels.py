"""Labels show text and never markup."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.chips import LONGEST, Chip, Tone
from ui.widgets.labels import (
    MEASURE_PX,
    Role,
    breakable,
    label,
    paragraph,
    set_paragraph,
)

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


PROSE = "What cannot be known from this file alone is told by something kept outside of it. " * 4


def laid(made, width):
    made.parentWidget().show()
    made.show()
    made.resize(width, made.heightForWidth(width))
    return made.contentsRect().width()


@pytest.mark.parametrize("make", [label, paragraph])
def test_lines_of_prose_end_where_eyes_still_find_the_next(host, make):
    made = make(host, PROSE, Role.BODY, **({"wrap": True} if make is label else {}))

    assert laid(made, 3000) == MEASURE_PX
    assert made.height() == made.heightForWidth(MEASURE_PX)
    assert laid(made, 500) == 500


def test_a_wide_label_can_become_narrow_again(host):
    made = label(host, PROSE, Role.BODY, wrap=True)
    least, wished = made.minimumSizeHint(), made.sizeHint()

    laid(made, 3000)

    assert (made.minimumSizeHint(), made.sizeHint()) == (least, wished)


def test_a_line_hardly_longer_and_a_heading_stay_on_one_line(host):
    hint = label(host, PROSE[:160], Role.HINT, wrap=True)
    title = label(host, PROSE, Role.H1, wrap=True)

    assert (laid(hint, 3000), laid(title, 3000)) == (3000, 3000)


def test_another_text_is_measured_too(host):
    made = label(host, "Short", Role.BODY, wrap=True)
    assert laid(made, 3000) == 3000

    made.setText(PROSE)

    assert made.contentsRect().width() == MEASURE_PX


@pytest.mark.parametrize("make", [label, paragraph])
def test_where_one_reads_from_the_right_words_stand_at_the_right(host, make):
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    made = make(host, PROSE, Role.BODY, **({"wrap": True} if make is label else {}))
    laid(made, 3000)

    assert (made.contentsRect().left(), made.contentsRect().right()) == (2240, 2999)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    assert made.alignment() & Qt.AlignmentFlag.AlignAbsolute


@pytest.mark.parametrize("make", [paragraph, lambda host: label(host, wrap=True)])
def test_a_height_is_worked_out_anew_for_other_words_and_other_letters(host, make):
    made = make(host)
    made.setText("word " * 60)
    first = made.heightForWidth(200)

    made.setText("word " * 120)
    longer = made.heightForWidth(200)
    font = made.font()
    font.setPixelSize(40)
    made.setFont(font)

    assert first < longer < made.heightForWidth(200)
    assert made.heightForWidth(400) < made.heightForWidth(200)
