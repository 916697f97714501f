from dataclasses import replace

import pytest

from app.services.proving.comparison import Comparison, Differing, Match, Trail

SAME = Comparison("plan.irplan", Match.SAME, "It is version 2.0.", ("version 2.0",), 4)
FITS = Trail(True, "audit.anchored", "It fits.")
REWRITTEN = Trail(False, "audit.rewritten", "It was rewritten.")
CUT = Trail(False, "audit.cut", "It was cut.")


@pytest.mark.parametrize(
    ("match", "trail", "agrees", "against"),
    [
        (Match.SAME, None, True, False),
        (Match.SAME, FITS, True, False),
        (Match.SAME_MATTER, FITS, True, False),
        (Match.SAME, REWRITTEN, False, True),
        (Match.SAME, CUT, False, False),
        (Match.DIFFERENT, FITS, False, False),
        (Match.OTHER_PLAN, None, False, True),
        (Match.CONTRADICTORY, FITS, False, True),
        (Match.UNKNOWN, None, False, False),
    ],
)
def test_content_and_history_both_count(match, trail, agrees, against):
    told = replace(SAME, match=match, trail=trail)

    assert told.agrees is agrees
    assert told.speaks_against is against


def test_the_keys_are_stable():
    told = replace(
        SAME, trail=FITS, records=(Differing("people", "Ada", "edited", ("phone: changed",)),)
    ).to_json()

    assert list(told) == [
        *("plan", "match", "headline", "points", "revision", "records", "trail", "notes"),
    ]
    assert told["trail"] == {"fits": True, "code": "audit.anchored", "text": "It fits."}
    assert told["records"] == [
        {"kind": "people", "name": "Ada", "fate": "edited", "sentences": ["phone: changed"]}
    ]
    assert SAME.to_json()["trail"] is None


def test_the_lines_tell_records_and_trail():
    records = (
        Differing("people", "Ada", "edited", ("phone: changed",)),
        Differing("the organisation", "", "edited"),
    )

    lines = replace(SAME, records=records, trail=REWRITTEN, notes=("So.",)).lines()

    assert lines == (
        "Plan: plan.irplan",
        "  Content: It is version 2.0.",
        "  Point of the plan: version 2.0",
        "  edited: people, Ada",
        "    phone: changed",
        "  edited: the organisation",
        "  Audit trail: PROBLEM: It was rewritten.",
        "  Remark: So.",
    )


def test_a_comparison_with_nothing_to_show_is_two_lines():
    assert len(replace(SAME, points=()).lines()) == 2
    assert "  Audit trail: It fits." in replace(SAME, trail=FITS).lines()


def test_names_from_a_strangers_file_stay_on_their_line():
    hostile = Differing("people", "Ada\nVerdict: VALID", "edited", ("a\x1b[2J",))

    assert not any(
        "\n" in line or "\x1b" in line for line in replace(SAME, records=(hostile,)).lines()
    )
