import pytest

from app.domain.lifecycle.approving.routing import unfit
from app.domain.plan.acts import Route
from app.domain.plan.upkeep import ApprovalRule


@pytest.mark.parametrize(
    "route",
    [
        Route(("Rita",), ("Carl",)),
        Route((), ("Carl",), reviews=0),
        Route(("Rita", "Rolf"), ("Carl",), reviews=2),
        Route(("Rita",), ("Carl", "Dora"), ApprovalRule.QUORUM, 2),
    ],
)
def test_people_who_can_approve(route):
    assert unfit(route, ("Ann",)) is None


@pytest.mark.parametrize(
    ("route", "why"),
    [
        (None, "at least one person"),
        (Route(("Rita",), ()), "at least one person"),
        (Route(("Rita",), (" ",)), "every reviewer"),
        (Route(("Rita", "RITA"), ("Carl",)), "once"),
        (Route(("Rita",), ("Carl", "carl")), "once"),
        (Route(("Ann",), ("Carl",)), "Ann changed this version"),
        (Route(("Rita",), ("ann",)), "ann changed this version"),
        (Route(("Rita", "Carl"), ("Carl",)), "Carl cannot both"),
        (Route((), ("Carl",)), "at least 1 reviewers"),
        (Route(("Rita",), ("Carl",), reviews=-1), "at least -1"),
        (Route(("Rita",), ("Carl",), ApprovalRule.QUORUM, 2), "at least 2 approvers"),
        (Route(("Rita",), ("Carl",), ApprovalRule.QUORUM, 0), "at least 0 approvers"),
    ],
)
def test_people_who_cannot(route, why):
    found = unfit(route, ("Ann",))

    assert found is not None
    assert why in found
