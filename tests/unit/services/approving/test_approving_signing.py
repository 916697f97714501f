import base64

import pytest

from app.domain.lifecycle.approving.declaring import declaration_text
from app.domain.plan.acts import Deed, Signed
from app.services.approving.signing import (
    KeyOfAnother,
    check_key,
    common_name,
    keys,
    name_note,
    sign,
)
from app.services.signing import KeyFile, SigningError
from tests.unit.services.approving.rounds import KEY, Desk, identities


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.submit()
    return made


def test_a_declaration_is_signed_to_the_letter_at_the_moment_it_states(desk):
    declared = desk.approvals.declaration(Deed.REVIEWED, "Rita", "CISO")
    ids = identities("Rita")

    signed = sign(declared, KEY, ids, ())

    text = declaration_text(declared)
    assert signed == Signed(
        text,
        base64.b64encode(b"signature over " + text.encode()).decode(),
        "CN=Rita,O=Ex",
        "AB:RITA",
    )
    assert ids.opened_at == [declared.at]


def test_a_certificate_serves_one_person_in_a_plan(desk):
    approvals = desk.approvals
    review = approvals.declaration(Deed.REVIEWED, "Rita")
    approvals.enter(review, sign(review, KEY, identities("Rita"), desk.plan.acts.values()))
    approval = approvals.declaration(Deed.APPROVED, "Carl")

    with pytest.raises(KeyOfAnother, match="Rita signed in this plan with this certificate; Carl"):
        sign(approval, KEY, identities("Rita"), desk.plan.acts.values())

    check_key("AB:RITA", "  RITA ", desk.plan.acts.values())
    check_key("AB:NEW", "Carl", desk.plan.acts.values())
    assert dict(keys(desk.plan.acts.values())) == {"AB:RITA": "Rita"}


def test_a_wrong_passphrase_signs_nothing(desk):
    declared = desk.approvals.declaration(Deed.REVIEWED, "Rita")

    with pytest.raises(SigningError):
        sign(declared, KeyFile(KEY.file, "wrong"), identities("Rita"), ())


def test_a_passphrase_is_never_shown():
    assert "secret" not in repr(KEY)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("CN=Rita Moss,O=Example", "Rita Moss"),
        ("O=Example,CN=Rita Moss", "Rita Moss"),
        ("O=Example+CN=Rita Moss", "Rita Moss"),
        (r"CN=Moss\, Rita \"R\",O=Example", 'Moss, Rita "R"'),
        (r"O=CN\=Fake\,CN=Trick,CN=Rita", "Rita"),
        ("O=Example", ""),
        ("", ""),
    ],
)
def test_the_common_name_is_read_from_a_subject(subject, name):
    assert common_name(subject) == name


@pytest.mark.parametrize(
    ("subject", "note"),
    [
        ("CN=rita  MOSS", ""),
        ("", ""),
        ("CN=Carl Dent", "The certificate names Carl Dent; the declaration is by Rita Moss."),
        ("O=Example", "The certificate names nobody; the declaration is by Rita Moss."),
    ],
)
def test_another_name_in_the_certificate_is_told(subject, note):
    assert name_note("Rita Moss", subject) == note
