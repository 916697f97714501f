import pytest

from app.exchange.phones import WorldPhones

PHONES = WorldPhones()


@pytest.mark.parametrize(
    ("text", "region", "shown"),
    [
        ("020 7946 0958", "GB", "+44 20 7946 0958"),
        ("(030) 901820", "de", "+49 30 901820"),
        ("+49 (0)30 901820", "GB", "+49 30 901820"),
        ("0044 20 7946 0958", "DE", "+44 20 7946 0958"),
        ("+44 20 7946 0958 ext. 12", "", "+44 20 7946 0958 x12"),
        ("+442079460958", "", "+44 20 7946 0958"),
    ],
)
def test_good_numbers_are_shown_as_they_are_dialled_from_abroad(text, region, shown):
    reading = PHONES.read(text, region)

    assert reading.international == shown
    assert reading.problem == ""
    assert PHONES.read(shown, region).international == shown


@pytest.mark.parametrize(
    ("text", "region", "clause"),
    [
        ("020 7946 0958", "", "no country code"),
        ("+999 12345678", "GB", "country code that does not exist"),
        ("1", "GB", "no telephone number"),
        ("+1 555", "US", "too short"),
        ("020 7946 0958 0000 00", "GB", "too long"),
        ("+" + "4" * 40, "GB", "too long"),
        ("Ada", "GB", "no telephone number"),
        ("", "GB", "no telephone number"),
        ("020 7946 0958 " + "x" * 200, "GB", "no telephone number"),
        ("\u202e020 <b>", "GB", "no telephone number"),
    ],
)
def test_others_are_refused_with_the_reason(text, region, clause):
    reading = PHONES.read(text, region)

    assert reading.international == ""
    assert clause in reading.problem


@pytest.mark.parametrize(
    ("text", "clause"),
    [("07700 900123", "no range"), ("0800 FLOWERS", "letters")],
)
def test_doubtful_ones_are_shown_and_told(text, clause):
    reading = PHONES.read(text, "GB")

    assert reading.international.startswith("+44 ")
    assert clause in reading.problem


def test_countries_are_codes_of_two_letters():
    regions = PHONES.regions()

    assert {"GB", "DE", "US", "FR", "ES"} < set(regions)
    assert all(len(region) == 2 for region in regions)
    assert list(regions) == sorted(regions)
