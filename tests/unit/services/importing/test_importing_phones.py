import pytest

from app.domain.plan.profile import Profile
from app.services.importing.phones import region_of


@pytest.mark.parametrize(
    ("stated", "region"),
    [
        (("EU", "DE"), "DE"),
        (("gb-sct",), "GB"),
        ((" us ", "GB"), "US"),
        (("EU",), ""),
        ((), ""),
    ],
)
def test_the_first_country_stated_is_that_of_the_numbers(stated, region):
    assert region_of(Profile(jurisdictions=stated), ("DE", "GB", "US")) == region
