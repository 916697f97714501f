import pytest

from app.exchange.tables.decoding import decoded

TEXT = "Name;Ort\nJürgen Müßig;Köln\nŁucja;Łódź\n"
WESTERN = "Name;Ort\nJürgen Müßig;Köln 5 €\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_is_read_with_and_without_its_mark(encoding):
    assert decoded(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_is_sure_is_not_remarked(encoding):
    assert decoded(TEXT.encode(encoding)).remarks == ()


def test_western_text_is_guessed_and_the_guess_told():
    read = decoded(WESTERN.encode("cp1252"))

    assert read.text == WESTERN
    assert "Windows-1252" in read.remarks[0]


def test_utf_16_without_a_mark_is_told():
    assert "UTF-16" in decoded(TEXT.encode("utf-16-le")).remarks[0]


def test_what_cannot_be_read_shows_and_is_counted():
    read = decoded(b"J\x81n \x90 \xfc")

    assert read.text == "J\ufffdn \ufffd \u00fc"
    assert read.remarks[1].startswith("2 characters")


def test_broken_unicode_behind_a_mark_is_replaced():
    read = decoded(b"\xef\xbb\xbfAda \xff\xfe Byron")

    assert read.text == "Ada \ufffd\ufffd Byron"
    assert len(read.remarks) == 1


def test_half_a_character_of_utf_16_is_replaced():
    read = decoded(b"\xff\xfeA\x00\x00\xd8B\x00")

    assert "\ud800" not in read.text
    assert "\ufffd" in read.text


def test_zero_bytes_are_left_out_and_told():
    read = decoded(b"Ada\x00\x00,Byron")

    assert read.text == "Ada,Byron"
    assert read.remarks == ("Zero bytes left out: 2.",)


def test_nothing_is_read_as_nothing():
    assert decoded(b"").text == ""
