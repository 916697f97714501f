from dataclasses import replace

from app.services.proving.certificates import Trust
from tests.unit.services.proving.reports import OVER_ALL, STAMP


def test_a_stamp_says_whose_clock_it_was_and_who_vouches():
    assert STAMP.text == (
        "2026-11-21T12:00:00Z by the clock of Clock (RFC 3161; its certificate was checked against "
        "the certificate you supplied)"
    )
    assert "not among those you supplied" in replace(STAMP, trust=Trust.NONE).text


def test_a_stamp_that_does_not_hold_is_never_told_as_a_time():
    broken = replace(STAMP, problems=("Altered.",))

    assert not broken.holds
    assert broken.text.endswith("DOES NOT HOLD")
    assert "by the clock of" not in broken.text


def test_what_is_unknown_is_said_to_be():
    blank = replace(STAMP, authority="", at=None, certificate=None)

    assert blank.text.startswith("no time stated by the clock of an unknown authority")
    assert blank.to_json()["at"] is None
    assert blank.to_json()["certificate"] is None


def test_a_stamp_over_the_document_names_its_field_and_what_it_covers():
    assert OVER_ALL.holds
    assert OVER_ALL.lines() == (
        "Time stamp over the document: Timestamp",
        f"  Time: {STAMP.text}",
        "  Covers: whole file",
    )
    assert OVER_ALL.to_json()["coverage"] == "whole_file"


def test_problems_of_a_stamp_have_lines_and_cannot_forge_others():
    broken = replace(OVER_ALL, stamp=replace(STAMP, problems=("Odd\nLight: GREEN",)))

    assert not broken.holds
    assert broken.lines()[-1] == "  PROBLEM: Odd\ufffdLight: GREEN"


def test_a_forged_name_of_an_authority_stays_on_its_line():
    assert "\n" not in replace(STAMP, authority="Clock\nVerdict: VALID").text
