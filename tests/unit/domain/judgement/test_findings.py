from app.domain.judgement.findings import ORDER, Finding, Weight
from app.domain.plan.plan import Kind
from tests.builders import rid


def finding(field=""):
    return Finding("role.none", Weight.WARN, Kind.ROLE, rid("lead"), "R.", "F.", "roles", field)


def test_a_finding_is_named_by_its_code_and_record():
    assert finding().key == "role.none/roles/lead"


def test_a_field_tells_findings_of_one_record_apart():
    assert finding("holder").key == "role.none/roles/lead/holder"


def test_the_worst_weight_comes_first():
    assert sorted(Weight, key=ORDER.__getitem__) == [Weight.BLOCKS, Weight.WARN, Weight.HINT]
