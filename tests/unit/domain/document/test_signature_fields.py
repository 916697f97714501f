import pytest

from app.domain.document.signature_fields import (
    SignatureRole,
    field_name,
    role_of,
    signing_order,
)


@pytest.mark.parametrize("role", list(SignatureRole))
@pytest.mark.parametrize("count", [1, 2, 9, 10, 42])
def test_the_role_of_a_field_is_read_from_its_name(role, count):
    assert role_of(field_name(role, count)) is role


def test_the_first_field_of_a_role_bears_no_number():
    assert field_name(SignatureRole.REVIEWER) == "Reviewer"
    assert field_name(SignatureRole.REVIEWER, 2) == "Reviewer2"


@pytest.mark.parametrize("name", ["", "Witness", "Reviewer1", "Reviewer 2", "reviewer", "Seal02"])
def test_fields_of_other_programs_have_no_role(name):
    assert role_of(name) is None


def test_the_seal_comes_first_and_strangers_last():
    fields = ["Witness", "Approver10", "Approver2", "Approver", "Author", "Reviewer", "Seal"]

    assert sorted(fields, key=signing_order) == [
        "Seal",
        "Author",
        "Reviewer",
        "Approver",
        "Approver2",
        "Approver10",
        "Witness",
    ]
