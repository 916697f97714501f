import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.personal import MOST_DIGITS, Personal
from app.domain.plan.plan import Plan, Record
from app.domain.plan.sections import Answer
from tests.builders import QUICK, person, plan_with, rid

MOBILE = "+44 7700 900101"


def plan_of(*addresses: str, others: tuple[Record, ...] = ()) -> Plan:
    channels = tuple(Channel(ChannelKind.MOBILE, address) for address in addresses)
    return plan_with(person("ada", channels=channels), *others)


def hidden(text: str, *addresses: str) -> str:
    """`text` with a sign for each stretch that is personal."""
    for begin, end in reversed(Personal(plan_of(*addresses)).places(text)):
        text = f"{text[:begin]}#{text[end:]}"
    return text


@pytest.mark.parametrize(
    "spelling",
    [
        "+44 7700 900101",
        "+447700900101",
        "+44 (0)7700 900 101",
        "0044 7700-900-101",
        "07700 900101",
        "(07700) 900101",
        "07700/900101",
        "+44\u00a07700\u2009900101",
        "+44 7700\u2011900101",
        "+44\n7700 900101",
        "+44 **7700** 900101",
        "\uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff10\uff11",
        "\u0660\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0660\u0661",
        "077 00 90 01 01",
        "900101",
        "+44 7700\\-900101",
        "+44 7700\u00ad900101",
        "+44\ufeff7700\u034f900101",
        "+44 [7700] 900\u2019101",
        "07700\u2044900101",
    ],
)
def test_a_number_is_found_in_whatever_spelling(spelling):
    assert hidden(f"Call Ada ({spelling}) now.", MOBILE) == "Call Ada (#) now."
    assert hidden(spelling, "07700900101") == "#"


@pytest.mark.parametrize(
    "other",
    [
        "+44 7700 900102",
        "17700900101",
        "077009001011",
        "00101",
        "90 01 0",
        "2026-11-22",
        "1" * 400,
        "7700.90010",
        "",
    ],
)
def test_other_numbers_stay(other):
    assert hidden(f"Number {other}.", MOBILE) == f"Number {other}."


def test_a_number_between_others_is_found_alone():
    text = "07700 900100 07700 900101 07700 900102"

    assert hidden(text, MOBILE) == "07700 900100 # 07700 900102"


def test_each_number_of_one_address_is_found():
    address = "0117 496 0101/0117 496 0102, ext. 12"

    assert hidden("0117 4960101 or 0117 4960102, ext. 12", address) == "# or #, ext. 12"


@pytest.mark.parametrize(
    ("address", "text", "left"),
    [
        ("Ada@Home.example", "Write to ada@home.EXAMPLE, today.", "Write to #, today."),
        ("ada@home.example", "nada@home.example, ada@home.examples", None),
        ("Rose Cottage,  Mill Lane", "At Rose\nCottage, Mill Lane.", "At #."),
        ("12 Mill Lane", "12 mill lane", "#"),
        ("by the ward", "Ask by the ward.", None),
        ("2222", "Extension 2222.", None),
        ("12345", "12345 and 12345", None),
    ],
)
def test_other_addresses_are_found_as_words(address, text, left):
    assert hidden(text, address) == (left or text)


def test_the_longest_address_is_found_first():
    assert hidden("12 Mill Lane, Bath", "12 Mill Lane", "12 Mill Lane, Bath") == "#"


def test_what_is_said_of_nobody_finds_nothing():
    assert Personal(Plan(rid("plan"))).places(f"{MOBILE}, ada@home.example") == []


@pytest.mark.parametrize(
    ("address", "is_personal"),
    [
        (MOBILE, True),
        ("020 7946 0201", False),
        ("+44 20 7946 0201 or 07700 900101", True),
        ("desk@hall.example", False),
        ("ada@hall.example", True),
        ("by the ward", True),
        ("1234", True),
        (" ", False),
    ],
)
def test_lines_of_an_office_are_nobodys(address, is_personal):
    office = Party(
        rid("hall"),
        "Hall",
        PartyKind.OTHER,
        channels=(Channel(ChannelKind.PHONE, "+44 20 79460201"),),
    )
    where = Answer(rid("reporting.channel"), rid("detection_reporting"), "desk@Hall.example, 11 55")
    personal = Personal(plan_of(address, others=(office, where)))

    assert personal.is_personal(address) is is_personal
    if not is_personal:
        assert personal.places(f"Call {address}.") == []


def test_other_answers_do_not_make_an_address_public():
    told = Answer(rid("comms.out_of_band"), rid("communications"), MOBILE)

    assert Personal(plan_of(MOBILE, others=(told,))).is_personal(MOBILE)


def test_addresses_of_all_plans_are_personal():
    personal = Personal(plan_of(MOBILE), plan_of("+44 7700 900199"))

    assert len(personal.places("07700900101 and 07700900199")) == 2


@QUICK
@given(st.text(st.sampled_from("+(0123456789)./- x"), max_size=60))
def test_places_lie_in_the_text_and_apart(text):
    number = "4477009001"
    at = 0
    for begin, end in Personal(plan_of(number)).places(f"{text} {number}"):
        assert at <= begin < end <= len(text) + 1 + len(number)
        at = end
    assert at == len(text) + 1 + len(number) or len(text) >= MOST_DIGITS - len(number)


@pytest.mark.parametrize(
    "spelling",
    [
        r"anna\_k@example.org",
        r"anna\_k\@example\.org",
        "_anna_k@example.org_",
        "**anna_k**@example.org",
        "anna_k@exam\u00adple.org",
        "anna_k\u200b@example.org",
        "anna_k @ example.org",
        "ANNA_K@EXAMPLE.ORG",
    ],
)
def test_an_address_is_found_however_prose_spells_it(spelling):
    left = hidden(f"Write to {spelling}.", "anna_k@example.org")

    assert left.replace("_", "").replace("*", "") == "Write to #."


@pytest.mark.parametrize(
    "address",
    [
        "07700 900101 (07700 900202)",
        "07700 900101 - 07700 900202",
        "+44 7700 900101 07700 900202",
        "07700900101/07700900202 (07700 900303)",
    ],
)
@pytest.mark.parametrize("stated", ["07700 900101", "+447700900202"])
def test_two_numbers_in_one_address_are_found_apart(address, stated):
    assert hidden(f"Call {stated}.", address) == "Call #."
