import pytest

from app.domain.judgement.deadlines.case import ZoneUnknown, zone_named
from tests.unit.domain.judgement.deadlines.clocks import case, regime


def test_a_regime_is_counted_where_its_authority_is():
    place = case().place_of(regime(time_zone="Asia/Kolkata", holidays="IN"))

    assert (place.zone.key, place.working_days.jurisdiction) == ("Asia/Kolkata", "IN")


def test_a_regime_without_a_place_is_counted_where_the_organisation_is():
    place = case().place_of(regime())

    assert (place.zone.key, place.working_days.jurisdiction) == ("Europe/Berlin", "DE")


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "/etc/passwd"])
def test_an_unknown_zone_is_refused(name):
    with pytest.raises(ZoneUnknown) as caught:
        zone_named(name)

    assert (caught.value.code, caught.value.params) == ("clocks.unknown-zone", {"zone": name})
    assert "give an IANA name such as Europe/Berlin." in str(caught.value)
