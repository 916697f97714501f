import csv
import io

import pytest

from app.domain.plan.acts import Deed, Signed
from app.services.approving.signing import sign
from app.services.evidence import names
from app.services.evidence.declared import declarations, signature_of
from tests.builders import NOON
from tests.unit.domain.lifecycle.approving.acts import act
from tests.unit.services.approving.rounds import (
    KEY,
    MARY,
    Desk,
    FakeVerifier,
    certificate,
    identities,
)

RITA = FakeVerifier(certificate("Rita"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def say_signed(desk: Desk, deed: Deed, by: str) -> None:
    declared = desk.approvals.declaration(deed, by)
    desk.approvals.enter(declared, sign(declared, KEY, identities(by), ()))


def test_every_act_is_a_row_and_what_was_signed_a_file_with_its_signature(desk):
    desk.submit()
    say_signed(desk, Deed.REVIEWED, "Rita")
    desk.say(Deed.APPROVED, "Carl", role="=CEO")

    files = declarations(desk.plan, RITA, NOON)

    review = f"{names.DECLARATIONS}act-000002"
    assert set(files) == {
        names.ACTS,
        f"{review}.json",
        f"{review}.p7s",
        f"{names.DECLARATIONS}act-000003.json",
    }
    assert files[f"{review}.p7s"] == b"signature over " + files[f"{review}.json"]
    submitted, reviewed, approved = table(files[names.ACTS])
    assert (submitted["what was done"], submitted["by"]) == ("submitted", MARY)
    assert submitted["declaration"] == submitted["kind of signature"] == ""
    assert reviewed["declaration"] == f"{review}.json"
    assert (reviewed["signature holds"], reviewed["certificate"]) == ("yes", "CN=Rita,O=Ex")
    assert reviewed["certificate SHA-256"] == "AB:RITA"
    assert (approved["role claimed"], approved["signature holds"]) == ("'=CEO", "")
    assert approved["kind of signature"].startswith("simple")


def test_a_signature_that_does_not_hold_says_so(desk):
    desk.submit()
    say_signed(desk, Deed.REVIEWED, "Rita")
    verify = FakeVerifier(certificate("Rita"), problems=("It is too old.",))

    row = table(declarations(desk.plan, verify, NOON)[names.ACTS])[1]

    assert (row["signature holds"], row["remarks"]) == ("NO", "It is too old.")


@pytest.mark.parametrize(
    ("signed", "found"),
    [
        (None, b""),
        (Signed("x"), b""),
        (Signed("x", "YQ=="), b"a"),
        (Signed("x", "no base64!"), b""),
    ],
)
def test_a_signature_is_read_where_there_is_one(signed, found):
    assert signature_of(act(Deed.APPROVED, signed=signed)) == found
