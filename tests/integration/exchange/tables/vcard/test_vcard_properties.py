import pytest

from app.exchange.tables.vcard.properties import property_of, unescaped


def test_a_property_has_a_name_types_and_a_value():
    found = property_of('item1.TEL;TYPE=CELL,"voice";type=pref;VALUE=uri:tel:+44-20')

    assert found is not None
    assert found.types == {"cell", "voice", "pref"}
    assert (found.name, found.rank) == ("TEL", 1)
    assert found.address == "+44-20"


def test_types_stand_alone_in_version_2_1():
    found = property_of("TEL;CELL;VOICE:07700 900123")

    assert found is not None
    assert found.types == {"cell", "voice"}


@pytest.mark.parametrize(
    ("line", "rank"), [("TEL;PREF=2:1", 2), ("TEL;PREF=x:1", 101), ("TEL;PREF=99999:1", 101)]
)
def test_what_is_preferred_has_a_rank(line, rank):
    found = property_of(line)

    assert found is not None
    assert found.rank == rank


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=BCrgen", "Jürgen"),
        ("FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=FCrgen", "Jürgen"),
        ("FN;ENCODING=QUOTED-PRINTABLE:J=FCrgen", "Jürgen"),
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=evil.module:J=C3=BC", "Jü"),
        ("FN;ENCODING=QUOTED-PRINTABLE:=ZZ=", "=ZZ"),
        ("FN;CHARSET=UTF-8:J\u00fcrgen", "Jürgen"),
        ("FN:a\\, b\\; c\\\\ d\\nE", "a, b; c\\ d\nE"),
    ],
)
def test_values_are_decoded_and_unescaped(line, text):
    found = property_of(line)

    assert found is not None
    assert found.text == text


def test_parts_are_told_apart_by_semicolons_that_are_not_escaped():
    found = property_of("N:Byron\\; Lady;Ada;;Dr.")

    assert found is not None
    assert found.parts == ("Byron; Lady", "Ada", "", "Dr.")


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("TEL:tel:+44-20-7946;ext=12", "+44-20-7946 x12"),
        ("EMAIL:mailto:ada%40x.org?subject=Hi", "ada@x.org"),
        ("EMAIL:ada@x.org", "ada@x.org"),
        ("IMPP:xmpp:ada@x.org", "ada@x.org"),
        ("URL:https://x.org", "https://x.org"),
    ],
)
def test_addresses_are_bared_of_what_uris_add(line, address):
    found = property_of(line)

    assert found is not None
    assert found.address == address


def test_binary_values_are_marked():
    for line in ("X;ENCODING=BASE64:AAAA", "X;ENCODING=b:AAAA", "X;BASE64:AAAA"):
        found = property_of(line)
        assert found is not None
        assert found.binary


@pytest.mark.parametrize("line", ["", "junk", ":x", "=?;", "FN;TYPE", "\u202eFN", "FN;=x:y"])
def test_lines_that_are_none_are_none(line):
    assert property_of(line) is None


def test_a_long_list_of_parameters_is_read_in_no_time():
    assert property_of("TEL" + ";TYPE=a,b" * 20_000 + ":1") is not None
    assert property_of("TEL" + ';TYPE="a' * 5_000) is None


def test_a_backslash_at_the_end_stays():
    assert unescaped("a\\") == "a\\"
