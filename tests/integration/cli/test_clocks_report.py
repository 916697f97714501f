import json

from app.cli.clocks_report import OPTIONS, lines, report
from app.domain.judgement.deadlines.engine import deadlines
from app.domain.judgement.deadlines.wording import UNVERIFIED
from app.domain.judgement.regimes import ClockStart
from app.domain.judgement.requirements import Confidence
from tests.unit.domain.judgement.deadlines.clocks import aware, case, duty, regime, step

FRIDAY = "2026-11-20 15:40"
FOLLOWING = step("second", "1 day", clock_start=ClockStart.PREVIOUS_SUBMISSION, after="first")


def printed(law, given) -> list[str]:
    return list(lines(deadlines(law, given)))


def test_a_time_is_told_where_the_recipient_is():
    assert printed(regime(step(within="72 hours")), aware(FRIDAY)) == [
        "by Monday 2026-11-23 16:40 Europe/Berlin (UTC+01:00)",
        "    The law: First",
        "    to the authority",
        "    72 hours from awareness",
    ]


def test_an_embargo_is_told_apart():
    (first, *_) = printed(regime(step(within="1 day", embargo=True)), aware(FRIDAY))

    assert first == "not before Sunday 2026-11-22 00:00 Europe/Berlin (UTC+01:00)"


def test_what_is_needed_is_the_option_to_give():
    law = regime(step(clock_start=ClockStart.DETERMINATION_MATERIALITY, within="4 days"), FOLLOWING)

    told = printed(law, case())

    assert told[0] == "needs --materiality"
    assert "needs --submitted law/first=TIME" in told


def test_a_moment_without_an_option_is_told_in_words():
    (first, *_) = printed(regime(step(clock_start=ClockStart.CLOCK_VARIES, within="1 day")), case())

    assert first == "needs the moment the contract or policy names"


def test_a_notice_without_a_recipient_or_a_limit_says_so():
    told = printed(regime(step(recipient="")), case())

    assert told[0] == "no date: no numeric limit"
    assert told[2] == "    to nobody named"


def test_remarks_stand_out():
    told = printed(regime(step(within="1 day"), confidence=Confidence.MEMORY), aware(FRIDAY))

    assert told[-1] == f"    ! {UNVERIFIED}"


def test_the_report_has_one_entry_a_notice():
    law = regime(
        step(within="1 day", embargo=True),
        step("silent", timing="soon"),
        FOLLOWING,
        step("found", "1 day", clock_start=ClockStart.DISCOVERY),
    )

    made = report([duty("law", regime="dora")], deadlines(law, aware(FRIDAY)))

    first, silent, second, found = json.loads(json.dumps(made))["notices"]
    assert (first["state"], first["regime"]) == ("not-before", "dora")
    assert first["local"] == "2026-11-22T00:00:00+01:00"
    assert (first["zone"], first["counted_from"]) == ("Europe/Berlin", "2026-11-20T15:40:00+00:00")
    assert (silent["state"], silent["words"]) == ("no-limit", "soon")
    assert (second["state"], second["projected"]) == ("due", True)
    assert (found["state"], found["needs"]) == (
        "missing",
        [{"clock_start": "discovery", "step": ""}],
    )


def test_every_moment_that_happens_has_an_option():
    computed = {ClockStart.PREVIOUS_SUBMISSION, ClockStart.YEAR_END, ClockStart.CLOCK_VARIES}

    assert set(OPTIONS.values()) == set(ClockStart) - computed
