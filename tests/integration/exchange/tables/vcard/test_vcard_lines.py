from app.exchange.tables.refusals import LONGEST_CELL
from app.exchange.tables.vcard.lines import content_lines


def lines(text):
    return [(line.number, line.text) for line in content_lines(text)]


def test_folded_lines_are_put_together():
    assert lines("FN:Ada\r\n  Byron\r\n\tx\r\nEND:VCARD") == [
        (1, "FN:Ada Byronx"),
        (4, "END:VCARD"),
    ]


def test_soft_breaks_of_quoted_printable_are_put_together():
    text = "N;ENCODING=QUOTED-PRINTABLE:J=C3=BC=\nrgen;=\nx\nFN:a=\nTEL:1"

    assert lines(text) == [
        (1, "N;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen;x"),
        (4, "FN:a="),
        (5, "TEL:1"),
    ]


def test_empty_lines_part_and_a_fold_of_nothing_is_a_line():
    assert lines("\n\nFN:a\n\n b\n") == [(3, "FN:a"), (5, " b")]


def test_a_picture_takes_no_more_room_than_a_field():
    (line,) = content_lines("PHOTO:x\n" + (" " + "A" * 75 + "\n") * 2000)

    assert len(line.text) == LONGEST_CELL
    assert line.cut
