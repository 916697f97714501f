from datetime import timedelta

import pytest

from app.domain.plan.people import Party, PartyKind
from tests.builders import rid
from tests.unit.domain.judgement.subjects import TODAY, found


def party(days_ago):
    verified_on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return Party(rid("cert"), "The CERT", PartyKind.CSIRT, verified_on=verified_on)


@pytest.mark.parametrize(
    ("days_ago", "reason"),
    [
        (None, "The contact of The CERT has never been verified."),
        (91, "The contact of The CERT was last verified on 22 August 2026."),
    ],
)
def test_a_contact_that_was_not_verified_for_long_is_found(days_ago, reason):
    [finding] = found("party.unverified", party(days_ago))

    assert (finding.record, finding.reason) == ("cert", reason)


@pytest.mark.parametrize("days_ago", [90, 0, -1])
def test_a_fresh_contact_is_fine(days_ago):
    assert not found("party.unverified", party(days_ago))
