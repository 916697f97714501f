import pytest

from app.domain.plan.people import Channel, ChannelKind
from app.services.importing.addresses import AddressReader, joined, mark
from app.services.importing.drafts import ImportOptions, StatedChannel
from app.services.importing.fields import Reads
from tests.unit.services.importing.tabling import BRITISH, FewPhones, drafts, kinds

READER = AddressReader(FewPhones(), BRITISH)


def channel(kind, address, *, out_of_band=False):
    return Channel(kind, address, out_of_band)


def stated(kind, address, *, out_of_band=False):
    made = channel(kind, address, out_of_band=out_of_band)
    return StatedChannel(made, READER.key(made))


def phone(cell, options=BRITISH):
    reader = AddressReader(FewPhones(), options)
    made, problems = reader.channels(ChannelKind.MOBILE, Reads.PHONE, cell, "Mobile")
    return [(one.channel.address, one.channel.out_of_band) for one in made], problems


def test_numbers_are_put_in_international_form():
    assert phone("07700 900123") == ([("+44 7700900123", False)], [])


def test_numbers_are_kept_as_written_where_that_is_chosen():
    assert phone("07700 900123", ImportOptions("GB", international=False))[0][0][0] == (
        "07700 900123"
    )


def test_a_number_that_makes_no_sense_is_kept_and_named():
    made, problems = phone("tel:12; Tom")

    assert [address for address, _ in made] == ["12", "Tom"]
    assert kinds(problems) == ["number", "number"]
    assert "\u2018Tom\u2019" in problems[1].text
    assert "kept as it is written" in problems[1].text
    assert problems[0].head == "Mobile"


def test_a_number_that_is_not_given_out_is_told_and_still_written_out():
    made, problems = phone("07700 000123")

    assert made == [("+44 7700000123", False)]
    assert "kept" not in problems[0].text


def test_mobiles_can_work_without_the_own_network():
    assert phone("07700 900123", ImportOptions("GB", mobiles_out_of_band=True))[0][0][1]


def test_a_fixed_line_does_not_work_because_mobiles_do():
    reader = AddressReader(FewPhones(), ImportOptions("GB", mobiles_out_of_band=True))

    made, _ = reader.channels(ChannelKind.PHONE, Reads.PHONE, "020 7946 0958", "Phone")

    assert not made[0].channel.out_of_band


def test_e_mail_addresses_are_bared_and_malformed_ones_named():
    made, problems = READER.channels(
        ChannelKind.EMAIL, Reads.EMAIL, "mailto:<Ada@x.org>; bo@x", "Mail"
    )

    assert [one.channel.address for one in made] == ["Ada@x.org", "bo@x"]
    assert kinds(problems) == ["email"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            channel(ChannelKind.MOBILE, "07700 900123"),
            channel(ChannelKind.PHONE, "+44 7700-900123"),
        ),
        (channel(ChannelKind.EMAIL, "Ada@X.org"), channel(ChannelKind.EMAIL, "ada@x.org ")),
        (channel(ChannelKind.OTHER, "020 7946 0958"), channel(ChannelKind.PHONE, "02079460958")),
        (channel(ChannelKind.PHONE, "ext 12"), channel(ChannelKind.PAGER, "Ext. 12")),
        (channel(ChannelKind.PHONE, "at reception"), channel(ChannelKind.OTHER, "At  Reception")),
    ],
)
def test_the_same_address_is_the_same_however_it_is_written(one, other):
    assert READER.key(one) == READER.key(other)


def test_different_addresses_are_different():
    assert READER.key(channel(ChannelKind.PHONE, "07700 900123")) != READER.key(
        channel(ChannelKind.PHONE, "07700 900124")
    )


def test_each_way_is_there_once_and_out_of_band_if_it_is_so_anywhere():
    ways = joined(
        [
            stated(ChannelKind.MOBILE, "07700 900123"),
            stated(ChannelKind.PHONE, "020 7946 0958"),
            stated(ChannelKind.MOBILE, "+44 7700900123", out_of_band=True),
            stated(ChannelKind.PHONE, "020 7946 0958"),
        ]
    )

    assert [(one.channel.kind, one.channel.out_of_band) for one in ways] == [
        (ChannelKind.MOBILE, True),
        (ChannelKind.PHONE, False),
    ]


def test_a_bare_yes_is_about_mobiles_and_not_about_mail():
    marked = mark(
        [stated(ChannelKind.MOBILE, "07700 900123"), stated(ChannelKind.EMAIL, "a@x.org")]
    )

    assert [one.channel.out_of_band for one in marked] == [True, False]


@pytest.mark.parametrize(
    ("cell", "kind", "address"),
    [
        ("07700 900123", ChannelKind.MOBILE, "+44 7700900123"),
        ("ada@home.example", ChannelKind.EMAIL, "ada@home.example"),
        ("Signal: ada.01", ChannelKind.MESSENGER, "Signal: ada.01"),
        ("radio 4", ChannelKind.OTHER, "radio 4"),
    ],
)
def test_a_way_out_of_band_is_of_the_kind_it_looks_like(cell, kind, address):
    made, problems = READER.reached(cell, "Out of band")

    assert [(one.channel.kind, one.channel.address) for one in made] == [(kind, address)]
    assert made[0].channel.out_of_band
    assert problems == []


def test_yes_and_no_in_a_column_on_out_of_band_ways():
    (yes, no) = drafts("Name|Mobile|Out of band\nAda|07700 900123|yes\nBo|07700 900124|no")

    assert yes.channels[0].channel.out_of_band
    assert not no.channels[0].channel.out_of_band
