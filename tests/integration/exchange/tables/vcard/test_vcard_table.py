import pytest
import vobject

from app.domain.plan.kinds import Kind
from app.exchange.tables.decoding import Decoded
from app.exchange.tables.refusals import MOST_ROWS, NothingInTable, TooManyRows
from app.exchange.tables.vcard.table import vcard_table
from app.services.importing.columns import propose

FULL = """BEGIN:VCARD
VERSION:4.0
FN:Ada Byron
N:Byron;Ada;;Dr.;
ORG:Harbour Water;Data;Analytics
TITLE:Head of analytics
TEL;TYPE="cell,voice";VALUE=uri:tel:+44-7700-900123
TEL;TYPE=work:020 7946 0958
TEL;TYPE=fax:020 7946 0111
TEL;TYPE=pager:4711
EMAIL;PREF=2:ada@home.example
EMAIL;PREF=1:ada@x.org
IMPP:signal:+447700900123
IMPP:xmpp:ada@chat.example
X-SKYPE:ada.b
TZ:Europe/London
PHOTO:data:image/png;base64,AAAA
END:VCARD
"""


def read(text):
    return vcard_table("people.vcf", Decoded(text))


def row(text, at=0):
    table = read(text)
    return dict(zip(table.heads, table.rows[at].cells, strict=True))


def test_a_card_fills_the_columns_it_has():
    assert row(FULL) == {
        "Name": "Ada Byron",
        "Job title": "Head of analytics",
        "Organisation": "Harbour Water",
        "Department": "Data, Analytics",
        "Mobile": "+44-7700-900123",
        "Phone": "020 7946 0958",
        "E-mail": "ada@x.org\nada@home.example",
        "Messenger": "Signal: +447700900123\nada@chat.example\nSkype: ada.b",
        "Pager": "4711",
        "Fax": "020 7946 0111",
        "Time zone": "Europe/London",
    }


def test_the_columns_of_cards_are_known_for_people_and_parties():
    table = read(FULL)

    assert dict(zip(table.heads, propose(table, Kind.PERSON), strict=True)) == {
        "Name": "name",
        "Job title": "title",
        "Organisation": "",
        "Department": "unit",
        "Mobile": "mobile",
        "Phone": "phone",
        "E-mail": "email",
        "Messenger": "messenger",
        "Pager": "pager",
        "Fax": "",
        "Time zone": "time_zone",
    }
    assert "name" in propose(table, Kind.PARTY)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("N:Byron;Ada;King;;", "Ada King Byron"),
        ("N:Byron", "Byron"),
        ("N:;;;;\nORG:Harbour Water", "Harbour Water"),
        ("FN: \nN:Ek;Bo", "Bo Ek"),
        ("NICKNAME:Bo", "Bo"),
        ("TEL:1", ""),
    ],
)
def test_the_name_is_made_of_what_there_is(lines, name):
    assert row(f"BEGIN:VCARD\nTEL:1\n{lines}\nEND:VCARD").get("Name", "") == name


def test_columns_that_no_card_fills_are_left_out():
    assert read("BEGIN:VCARD\nFN:Ada\nEND:VCARD").heads == ("Name",)


def test_numbers_count_cards():
    table = read("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:Ada\nEND:VCARD")

    assert table.counted == "card"
    assert [found.number for found in table.rows] == [2]
    assert "Cards left out, since they hold nothing: 1." in table.remarks[0]


def test_junk_and_a_torn_file_are_told():
    remarks = read("BEGIN:VCARD\nwhat\nFN:Ada\n").remarks

    assert "made no sense or were too long: 1." in remarks[0]
    assert "Card 1 is not ended" in remarks[1]


def test_nothing_and_too_much_are_refused():
    with pytest.raises(NothingInTable):
        read("BEGIN:VCARD\nEND:VCARD")
    with pytest.raises(NothingInTable):
        read("BEGIN:VCARD\nFN:" + "x" * 2_000_000 + "\nTEL:" + "9" * 100_000 + "\nEND:VCARD")
    with pytest.raises(TooManyRows):
        read("BEGIN:VCARD\nFN:A\nEND:VCARD\n" * (MOST_ROWS + 1))


def test_reading_tells_how_far_it_is():
    told = []

    vcard_table(
        "x", Decoded("BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 400), lambda share, what: told.append(what)
    )

    assert told == ["Card 200", "Card 400"]


@pytest.mark.parametrize(
    ("name", "mobile", "mail", "unit"),
    [
        ("Ada Byron", "+44 7700 900123", "ada@x.org", "Data"),
        ("J\u00fcrgen; M\u00fc\u00dfig, Dr.", "0151 2345678", "j@x.org", "Recht; Ordnung"),
        ("\u5f20\u4f1f " + "x" * 100, "1", "a@b", "a\\b"),
    ],
)
def test_cards_that_another_library_writes_are_read_the_same(name, mobile, mail, unit):
    card = vobject.vCard()
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("org").value = ["Harbour Water", unit]
    tel = card.add("tel")
    tel.value, tel.type_param = mobile, "CELL"
    card.add("email").value = mail

    found = row(card.serialize())

    assert found["Name"] == " ".join(name.split())
    assert (found["Mobile"], found["E-mail"]) == (mobile, mail)
    assert (found["Organisation"], found["Department"]) == ("Harbour Water", unit)
