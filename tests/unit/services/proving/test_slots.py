from dataclasses import replace

import pytest

from app.domain.document.signature_fields import SignatureRole
from app.services.proving.slots import (
    ALL,
    NONE,
    Required,
    RoleUnknown,
    Slot,
    missing,
    required_from,
    slots_of,
)
from tests.unit.services.proving.reports import GOOD

FIELDS = ("Approver", "Seal", "Reviewer2", "Reviewer", "Signature7")


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("all", ALL),
        ("none", NONE),
        ("seal", Required(everybody=False, names=("seal",))),
        (" Seal, APPROVER ,", Required(everybody=False, names=("seal", "approver"))),
        ("reviewer2", Required(everybody=False, names=("reviewer2",))),
    ],
)
def test_who_is_asked_for_is_told_in_words(text, required):
    assert required_from(text) == required


@pytest.mark.parametrize("text", ["", ",", "king", "all,seal", "seal;author", "reviewer1"])
def test_words_that_name_nobody_are_refused(text):
    with pytest.raises(RoleUnknown, match="name seal, author, reviewer, approver"):
        required_from(text)


def test_slots_come_in_the_order_of_signing():
    assert [slot.field for slot in slots_of(FIELDS, ())] == [
        *("Seal", "Reviewer", "Reviewer2", "Approver", "Signature7"),
    ]


def test_whoever_signed_is_named_and_the_others_are_missing():
    seal, *others = slots_of(FIELDS, [GOOD])

    assert (seal.signer, seal.holds, seal.missing) == ("Ada", True, False)
    assert missing([seal, *others]) == ("Reviewer", "Reviewer2", "Approver", "Signature7")


def test_a_role_stands_for_all_its_fields_and_a_field_for_itself():
    role, one = required_from("reviewer"), required_from("reviewer2")

    assert missing(slots_of(FIELDS, (), role)) == ("Reviewer", "Reviewer2")
    assert missing(slots_of(FIELDS, (), one)) == ("Reviewer2",)
    assert missing(slots_of(FIELDS, (), NONE)) == ()


def test_a_field_that_the_file_does_not_have_is_missing():
    slots = slots_of(("Seal",), [GOOD], required_from("seal,approver"))

    assert missing(slots) == ("Approver",)
    assert slots[-1].text == "nobody yet; the file has no such field"
    assert not slots[-1].prepared


def test_a_signature_elsewhere_fills_no_slot():
    assert missing(slots_of(("Seal",), [replace(GOOD, slot="")])) == ("Seal",)


def test_two_signatures_in_one_line_are_both_named_and_must_both_hold():
    (slot,) = slots_of(("Seal",), [GOOD, replace(GOOD, intact=False)])

    assert slot.signer == "Ada and Ada"
    assert not slot.holds
    assert "DOES NOT HOLD" in slot.text


def test_one_line_and_stable_keys():
    assert Slot("Seal", "Ada", holds=True).line() == "Seal: Ada"
    assert Slot("Seal").line() == "Seal: nobody yet"
    assert Slot("Seal\nVerdict", "Ad\na", holds=True).line() == "Seal\ufffdVerdict: Ad\ufffda"
    assert Slot("Seal").to_json() == {
        "field": "Seal",
        "role": "seal",
        "signer": None,
        "signed": False,
        "holds": False,
        "required": True,
        "prepared": True,
    }
    assert Slot("Signature7").to_json()["role"] is None
    assert Slot("Reviewer2").role is SignatureRole.REVIEWER
