from app.exchange.tables.vcard.cards import MOST_PROPERTIES, cards


def read(text):
    return list(cards(text))


def names(card):
    return [one.name for one in card.properties]


def test_cards_stand_between_begin_and_end():
    one, two = read("junk\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\nbegin:vcard\nFN:Bo\nend:vcard\n")

    assert [one.line, two.line] == [2, 5]
    assert one.first("FN").text == "Ada"
    assert one.whole
    assert two.whole


def test_pictures_and_other_binaries_are_not_kept():
    (card,) = read("BEGIN:VCARD\nPHOTO;ENCODING=b:AAAA\nX-ICON;BASE64:AAAA\nFN:Ada\nEND:VCARD")

    assert names(card) == ["FN"]
    assert card.junk == 0


def test_junk_and_lines_too_long_are_counted():
    (card,) = read(f"BEGIN:VCARD\nwhat\n=?\nNOTE:{'x' * 20_000}\nFN:Ada\nEND:VCARD")

    assert names(card) == ["FN"]
    assert card.junk == 3


def test_a_card_that_is_not_ended_ends_where_the_next_begins():
    one, two = read("BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Bo")

    assert [one.first("FN").text, two.first("FN").text] == ["Ada", "Bo"]
    assert not one.whole
    assert not two.whole


def test_a_card_inside_an_agent_belongs_to_nobody():
    (card,) = read(
        "BEGIN:VCARD\nFN:Ada\nAGENT:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nTEL:1\nEND:VCARD\nEND:VCARD"
    )

    assert names(card) == ["FN", "AGENT", "TEL"]
    assert card.first("FN").text == "Ada"


def test_what_is_preferred_stands_first():
    (card,) = read("BEGIN:VCARD\nTEL;PREF=2:2\nTEL:3\nTEL;PREF=1:1\nEND:VCARD")

    assert [one.text for one in card.all("TEL")] == ["1", "2", "3"]
    assert card.first("EMAIL") is None


def test_a_card_of_too_many_properties_is_cut():
    (card,) = read("BEGIN:VCARD\n" + "TEL:1\n" * (MOST_PROPERTIES + 5) + "END:VCARD")

    assert len(card.properties) == MOST_PROPERTIES
