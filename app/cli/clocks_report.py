"""Notices and their times as lines for people and as a report for programs."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from app.domain.judgement.deadlines.results import Deadline, Missing, Need, NoLimit, Timed
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import ClockStart
from app.domain.plan.obligations import Obligation

REPORT_FORMAT = "irplan-clocks/1"
"""Names the shape of the JSON report."""

OPTIONS = {
    "awareness": ClockStart.AWARENESS,
    "discovery": ClockStart.DISCOVERY,
    "detection": ClockStart.DETECTION,
    "identification": ClockStart.IDENTIFICATION,
    "determination": ClockStart.DETERMINATION_INCIDENT,
    "materiality": ClockStart.DETERMINATION_MATERIALITY,
    "classification": ClockStart.CLASSIFICATION_MAJOR,
    "assessment": ClockStart.ASSESSMENT_COMPLETE,
    "suspicion": ClockStart.SUSPICION,
    "belief": ClockStart.REASONABLE_BELIEF,
    "payment": ClockStart.PAYMENT,
    "oral-report": ClockStart.ORAL_REPORT,
    "resolution": ClockStart.RESOLUTION,
    "individual-notice": ClockStart.INDIVIDUAL_NOTICE,
    "disruption": ClockStart.SERVICE_DISRUPTION,
    "information": ClockStart.INFORMATION_AVAILABLE,
}
"""The option that gives each moment."""

_OPTION_OF = {start: f"--{option}" for option, start in OPTIONS.items()}


def lines(deadlines: Iterable[Deadline]) -> Iterator[str]:
    """For each notice when it is due, what it is, the rule, and what to know of it."""
    for deadline in deadlines:
        yield _when(deadline)
        yield f"    {deadline.duty_name}: {deadline.name}"
        yield f"    to {deadline.recipient or 'nobody named'}"
        yield f"    {deadline.rule}"
        yield from (f"    ! {remark}" for remark in deadline.remarks)


def report(obligations: Iterable[Obligation], deadlines: Iterable[Deadline]) -> dict[str, object]:
    """The same for programs; `regime` is blank for a duty of the plan's own."""
    regimes = {str(obligation.id): obligation.regime for obligation in obligations}
    return {
        "format": REPORT_FORMAT,
        "notices": [
            {
                "obligation": deadline.duty,
                "regime": regimes.get(deadline.duty, ""),
                "step": deadline.step,
                "duty": deadline.duty_name,
                "notice": deadline.name,
                "recipient": deadline.recipient,
                "rule": deadline.rule,
                "remarks": list(deadline.remarks),
                **_result(deadline),
            }
            for deadline in deadlines
        ],
    }


def _when(deadline: Deadline) -> str:
    match deadline.result:
        case Timed() as timed:
            word = "not before" if timed.embargo else "by"
            return f"{word} {_local(timed)}"
        case Missing(needs=needs):
            return f"needs {' or '.join(_need(deadline, need) for need in needs)}"
        case NoLimit(words=words):
            return f"no date: {words}"
        case _:
            assert_never(deadline.result)


def _result(deadline: Deadline) -> dict[str, object]:
    match deadline.result:
        case Timed() as timed:
            return {
                "state": "not-before" if timed.embargo else "due",
                "utc": timed.at.isoformat(),
                "local": timed.local.isoformat(),
                "zone": timed.zone,
                "clock_start": timed.start.value,
                "counted_from": timed.counted_from.isoformat(),
                "projected": timed.projected,
            }
        case Missing(needs=needs):
            listed = [{"clock_start": need.start.value, "step": need.step} for need in needs]
            return {"state": "missing", "needs": listed}
        case NoLimit(words=words):
            return {"state": "no-limit", "words": words}
        case _:
            assert_never(deadline.result)


def _local(timed: Timed) -> str:
    offset = timed.local.isoformat()[-6:]
    return f"{timed.local:%A %Y-%m-%d %H:%M} {timed.zone} (UTC{offset})"


def _need(deadline: Deadline, need: Need) -> str:
    """The option to give; for a moment that has none its words."""
    if need.step:
        return f"--submitted {deadline.duty}/{need.step}=TIME"
    return _OPTION_OF.get(need.start, START_WORDS[need.start])
