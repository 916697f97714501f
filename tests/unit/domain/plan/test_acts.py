from app.domain.plan.acts import Act, Deed, Route, Signed
from app.domain.plan.codec import record_data, record_from
from app.domain.plan.kinds import Kind
from app.domain.plan.upkeep import ApprovalRule
from tests.builders import NOON, rid


def test_the_stored_spelling_of_deeds_stays():
    """The triggers of plan files know these words."""
    assert [deed.value for deed in Deed] == [
        "submitted",
        "recalled",
        "reviewed",
        "changes-requested",
        "approved",
        "issued",
        "issued-in-emergency",
        "reviewed-afterwards",
        "withdrawn",
    ]


def test_an_act_is_stored_as_the_law_reads_it():
    route = Route(("Rita",), ("Carl",), ApprovalRule.QUORUM, 2, 0)
    act = Act(
        rid("act-000001"),
        Deed.SUBMITTED,
        "1.0",
        "Ann",
        NOON,
        3,
        "c0",
        material=False,
        route=route,
        signed=Signed("I do."),
    )

    data = record_data(act)

    assert (data["deed"], data["by"], data["revision"]) == ("submitted", "Ann", 3)
    assert data["material"] is False
    assert data["route"]["approvers"] == ["Carl"]
    assert (data["route"]["rule"], data["route"]["quorum"], data["route"]["reviews"]) == (
        "quorum",
        2,
        0,
    )
    assert data["signed"]["statement"] == "I do."
    assert record_from(Kind.ACT, data) == act
