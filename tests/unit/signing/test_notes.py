from dataclasses import replace

from app.services.proving.certificates import Trust
from app.services.proving.profiles import Form, Profile
from app.services.signing import Level
from app.services.verifying import FileKind, Verdict, VerificationReport
from app.signing.notes import (
    GENERAL,
    REVOCATION,
    REVOCATION_INSIDE,
    STAMP_UNTRUSTED,
    TIME,
    UNTRUSTED,
    notes_for,
)
from tests.unit.services.proving.reports import GOOD, OVER_ALL, STAMP

UNSIGNED = VerificationReport("plan.pdf", FileKind.PDF, 10, "ff", Verdict.UNSIGNED)
SIGNED = replace(UNSIGNED, verdict=Verdict.VALID, signatures=(GOOD,))


def test_an_unsigned_file_needs_no_notes_about_signatures():
    assert notes_for(UNSIGNED) == ()
    assert notes_for(UNSIGNED, "extra") == ("extra",)


def test_every_general_note_says_what_was_not_checked():
    assert all(note.startswith("Not checked: ") for note in (*GENERAL, REVOCATION, TIME))


def test_a_trusted_signature_without_stamp_rests_on_the_signers_clock():
    assert notes_for(SIGNED) == (*GENERAL, REVOCATION, TIME)


def test_lists_inside_the_file_tell_of_revocation():
    profile = Profile(Form.PADES, Level.B_LT)
    lasting = replace(GOOD, profile=profile)

    assert REVOCATION_INSIDE in notes_for(replace(SIGNED, signatures=(lasting,)))
    assert REVOCATION in notes_for(replace(SIGNED, signatures=(lasting, GOOD)))
    assert REVOCATION_INSIDE not in notes_for(replace(SIGNED, signatures=(lasting, GOOD)))


def test_an_unknown_signer_is_to_be_compared():
    assert UNTRUSTED in notes_for(replace(SIGNED, signatures=(replace(GOOD, trust=Trust.NONE),)))


def test_a_stamp_takes_the_place_of_the_signers_clock():
    stamped = replace(SIGNED, signatures=(replace(GOOD, time_stamp=STAMP),))

    assert TIME not in notes_for(stamped)
    assert STAMP_UNTRUSTED not in notes_for(stamped)
    assert TIME not in notes_for(replace(SIGNED, document_stamps=(OVER_ALL,)))


def test_a_stamp_of_an_unknown_authority_is_said_to_be_one():
    doubtful = replace(GOOD, time_stamp=replace(STAMP, trust=Trust.NONE))

    assert STAMP_UNTRUSTED in notes_for(replace(SIGNED, signatures=(doubtful,)))
