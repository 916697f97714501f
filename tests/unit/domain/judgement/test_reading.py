import pytest

from app.domain.judgement.reading import parsed, quotable_sentences, quoted_sentences, words_of


def test_a_text_is_read_once():
    assert parsed("Some **words**.") is parsed("Some **words**.")


def test_its_words_are_free_of_marks():
    assert words_of("Some **words** and {{why}}.") == "Some words and {{why}}."


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("One. Two! Three? Four; five", ("One.", "Two!", "Three?", "Four;", "five")),
        ("- first entry\n- second entry", ("first entry", "second entry")),
        ("At 3.5 hours, e.g.\nlater", ("At 3.5 hours, e.g.", "later")),
        ("See {{plan.owner}}.", ("See ….",)),
        ("", ()),
    ],
)
def test_sentences_end_where_a_reader_stops(prose, expected):
    assert quotable_sentences(prose) == expected


def test_each_sentence_can_be_had_with_its_values():
    prose = "Ask {{who}}. Then {{what}}."

    filled = quoted_sentences(prose, {"who": "Ada. B.", "what": "go"}.__getitem__)

    assert filled == ("Ask Ada. B..", "Then go.")
    assert len(filled) == len(quotable_sentences(prose))
