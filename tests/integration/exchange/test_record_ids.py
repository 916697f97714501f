"""Names of the records in an answers file."""

import pytest

from app.domain.plan.plan import Kind
from app.exchange.record_ids import id_problems, with_id


def named(kind, data, *taken):
    return with_id(kind, data, set(taken))["id"]


def problems(kind, data, *taken):
    return list(id_problems(kind, with_id(kind, data, set(taken)), set(taken)))


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        (Kind.PERSON, {"name": "Anna Keller", "title": "CISO"}, "anna-keller"),
        (Kind.DOCUMENT, {"title": "Policy"}, "policy"),
        (Kind.EVIDENCE, {"what": "Minutes of June"}, "minutes-of-june"),
        (Kind.DECISION, {"incident": "INC 7"}, "inc-7"),
        (Kind.CELL, {"impact": "high", "urgency": "now"}, "high.now"),
        (Kind.ROLE, {}, "roles"),
        (Kind.ROLE, {"id": "lead", "name": "Incident lead"}, "lead"),
    ],
)
def test_a_record_is_named_by_what_it_says(kind, data, expected):
    assert named(kind, data) == expected
    assert problems(kind, data) == []


def test_namesakes_are_numbered_and_a_stated_name_is_not():
    assert named(Kind.PERSON, {"name": "Anna"}, "anna") == "anna-2"
    assert problems(Kind.PERSON, {"id": "anna"}, "anna") == ["id: anna stands here twice"]


@pytest.mark.parametrize("kind", [Kind.ATTESTATION, Kind.EXCLUSION])
@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("nist-sp-800-53r5-ir/ir-08", "nist-sp-800-53r5-ir/IR-8"),
        ("NIST-CSF-2-0 / rs.ma-1", "nist-csf-2-0/RS.MA-01"),
        ("pci-dss-4-0-1/12.8.5/12.9", "pci-dss-4-0-1/12.8.5/12.9"),
        ("gdpr/Art. 33(1)", "gdpr/Art.33(1)"),
    ],
)
def test_a_requirement_is_one_however_it_is_written(kind, written, spelled):
    assert named(kind, {"id": written}) == spelled
    assert problems(kind, {"id": written}) == []
    assert problems(kind, {"id": written}, spelled) == [f"id: {spelled} stands here twice"]


@pytest.mark.parametrize("key", ["IR-8", "/IR-8", "nis2/", "nis2/ ", "../../etc", 8, True, ["a"]])
def test_what_is_no_requirement_is_refused(key):
    (found,) = problems(Kind.ATTESTATION, {"id": key})
    (linked,) = problems(Kind.EVIDENCE, {"what": "x", "requirements": ["nis2/20", key]})

    assert "parted by a slash" in found
    assert linked.startswith("requirements[1]: ")


@pytest.mark.parametrize("kind", [Kind.ACCEPTED, Kind.ATTESTATION, Kind.EXCLUSION])
@pytest.mark.parametrize("data", [{}, {"id": ""}])
def test_what_is_said_of_something_else_has_to_name_it(kind, data):
    (found,) = problems(kind, data)

    assert found.startswith("id: is missing; it is ")


def test_requirements_that_are_no_list_are_left_to_the_reader_of_records():
    assert problems(Kind.EVIDENCE, {"what": "x", "requirements": "nis2/20"}) == []
