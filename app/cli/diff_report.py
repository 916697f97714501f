"""A comparison of two plans as lines for people and as a report for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.cli.output import printable
from app.domain.comparing.comparison import Comparison, RecordDifference
from app.domain.comparing.saying import said
from app.domain.comparing.weighing import weigh
from app.services.changes.kind_names import KIND_NAMES
from app.services.history import State

REPORT_FORMAT = "irplan-diff/1"
"""Names the shape of the JSON report."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two plans and what differs between them."""

    old: State
    new: State
    comparison: Comparison


def lines(compared: Compared) -> Iterator[str]:
    """The weight with its reasons, then kind by kind each record with a sentence a field."""
    yield f"From {_when(compared.old)}"
    yield f"to   {_when(compared.new)}"
    if compared.old.plan.id != compared.new.plan.id:
        yield "These are two plans that were begun apart."
    yield ""
    if not compared.comparison:
        yield "No difference."
        return
    weight = weigh(compared.comparison)
    yield "Material:" if weight.material else "Not material."
    yield from (f"  - {printable(reason)}" for reason in weight.reasons)
    for kind, differences in groupby(compared.comparison.records, lambda item: item.kind):
        yield ""
        yield KIND_NAMES[kind].capitalize()
        for difference in differences:
            yield f"  {difference.fate.value:<7}  {printable(difference.name)}"
            sentences = said(difference, compared.old.plan, compared.new.plan)
            yield from (f"           {printable(sentence)}" for sentence in sentences)


def report(compared: Compared) -> dict[str, object]:
    """The same for programs; a field is its data before and after, null where there was none."""
    weight = weigh(compared.comparison)
    return {
        "format": REPORT_FORMAT,
        "from": _state(compared.old),
        "to": _state(compared.new),
        "weight": {"material": weight.material, "reasons": list(weight.reasons)},
        "records": [_record(difference) for difference in compared.comparison.records],
    }


def _when(state: State) -> str:
    entry = state.entry
    saved = f"{entry.at:%Y-%m-%d %H:%M} UTC by {printable(entry.actor)}"
    return f"{printable(state.point)} (revision {entry.number}, {saved})"


def _state(state: State) -> dict[str, object]:
    return {
        "plan": state.plan.id,
        "point": state.point,
        "revision": state.entry.number,
        "at": state.entry.at.isoformat(),
        "by": state.entry.actor,
    }


def _record(difference: RecordDifference) -> dict[str, object]:
    return {
        "kind": difference.kind.value,
        "id": difference.id,
        "name": difference.name,
        "fate": difference.fate.value,
        "fields": {item.field: [item.before, item.after] for item in difference.fields},
    }
