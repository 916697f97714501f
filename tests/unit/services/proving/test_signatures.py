from dataclasses import replace

import pytest

from app.services.proving.certificates import Trust
from app.services.proving.profiles import Form, Profile
from app.services.signing import Level
from tests.unit.services.proving.reports import FACTS, GOOD, STAMP


def test_the_level_never_claims_more_than_was_checked():
    assert GOOD.level == (
        "advanced, certificate self-signed, checked against the certificate you supplied"
    )
    assert replace(GOOD, trust=Trust.NONE).level == (
        "advanced, certificate self-signed, not checked against a trust list"
    )
    assert (
        "issued by another party"
        in replace(GOOD, certificate=replace(FACTS, self_signed=False)).level
    )
    assert replace(GOOD, certificate=None).level == "none, no certificate to go by"


@pytest.mark.parametrize(
    "broken",
    [
        replace(GOOD, intact=False),
        replace(GOOD, problems=("Appended.",)),
        replace(GOOD, time_stamp=replace(STAMP, problems=("Altered.",))),
    ],
)
def test_anything_that_speaks_against_it_breaks_it(broken):
    assert GOOD.holds
    assert replace(GOOD, time_stamp=STAMP).holds
    assert not broken.holds


def test_the_keys_are_stable():
    assert list(GOOD.to_json()) == [
        *("field", "slot", "meaning", "role", "location", "signed_at", "time_source"),
        *("time_stamp", "certificate", "level", "profile", "trust", "intact", "holds"),
        *("coverage", "changes_after", "problems", "remarks"),
    ]


def test_what_is_unknown_is_null():
    blind = replace(GOOD, certificate=None, signed_at=None, slot="").to_json()

    assert blind["certificate"] is None
    assert blind["signed_at"] is None
    assert (blind["slot"], blind["time_stamp"], blind["profile"]) == (None, None, None)


def test_lines_tell_both_clocks_and_the_level_found():
    profile = Profile(Form.PADES, Level.B_T)

    lines = replace(GOOD, time_stamp=STAMP, profile=profile).lines()

    assert "  Signed at: 2026-11-21T12:00:00Z (signer's clock)" in lines
    assert f"  Time stamp: {STAMP.text}" in lines
    assert "  Level found: PAdES B-T" in lines
    assert "  Time stamp: none" in GOOD.lines()


def test_lines_name_the_slot_where_the_field_does_not():
    assert not any("Signed as" in line for line in GOOD.lines())
    assert "  Signed as: Seal" in replace(GOOD, field="/_xmlsignatures/sig1.xml").lines()


def test_lines_of_a_broken_one_tell_every_problem():
    stamp = replace(STAMP, problems=("Altered.",))
    lines = replace(
        GOOD, intact=False, signed_at=None, problems=("Cut.",), time_stamp=stamp, remarks=("So.",)
    ).lines()

    assert "  PROBLEM: Cut." in lines
    assert "  PROBLEM: Altered." in lines
    assert "  Integrity: BROKEN" in lines
    assert "  Signed at: not stated (signer's clock)" in lines
    assert "  Remark: So." in lines


def test_the_signer_has_a_name_or_is_unknown():
    assert GOOD.signer == "Ada"
    assert replace(GOOD, certificate=None).signer == "unknown"
