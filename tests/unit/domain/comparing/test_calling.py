from app.domain.comparing.calling import called, named
from app.domain.plan.classification import ImpactLevel, MatrixCell, UrgencyLevel, cell_id
from app.domain.plan.kinds import Kind
from app.domain.plan.obligations import NotificationDecision, Obligation
from tests.builders import person, plan_with, rid

CELL = MatrixCell(cell_id("high", "now"), rid("high"), rid("now"), rid("s1"))
PLAN = plan_with(
    person("ada", "Ada Byron"),
    ImpactLevel(rid("high"), "Severe", 1),
    UrgencyLevel(rid("now"), "Spreading", 1),
    Obligation(rid("gdpr"), "Data breach"),
)


def test_a_cell_of_the_matrix_is_called_by_its_levels():
    assert called(PLAN, CELL) == "Severe \u00d7 Spreading"
    assert called(plan_with(), CELL) == "high \u00d7 now"


def test_a_decision_is_called_by_its_incident_and_its_duty():
    decision = NotificationDecision(rid("d"), rid("gdpr"), incident=" INC-1 ")

    assert called(PLAN, decision) == "INC-1: Data breach"
    assert called(PLAN, NotificationDecision(rid("d"), rid("gdpr"))) == "Data breach"


def test_other_records_go_by_their_name_and_unknown_ones_by_their_id():
    assert named(PLAN, Kind.PERSON, "ada") == "Ada Byron"
    assert named(PLAN, Kind.PERSON, "bob") == "bob"
