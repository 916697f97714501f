"""What the checks of the plan object to, as items of an agenda: one for each rule and section."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from app.domain.judgement.findings import Finding, Weight
from app.domain.lifecycle.reviewing.carried import ROUND
from app.domain.lifecycle.reviewing.items import about
from app.domain.lifecycle.reviewing.overdue import EXERCISE, PARTIES, REVIEW
from app.domain.plan.kinds import Kind
from app.domain.plan.sessions import AgendaItem, Topic
from app.services.reviewing.drifting import drift_key

SAID: Final = {
    "review.overdue": REVIEW,
    "exercise.old": EXERCISE,
    "exercise.none-held": EXERCISE,
    "contact.unverified": ROUND,
    "party.unverified": PARTIES,
}
"""Rules that say the same as another item, by its key."""

WEIGHTS: Final = {
    Weight.BLOCKS: "Blocks the approval.",
    Weight.WARN: "Warning.",
    Weight.HINT: "Hint.",
}


def findings(found: Iterable[Finding], known: Collection[str]) -> Iterator[AgendaItem]:
    """In the order of `found`, the worst first; not what an item with a key in `known` says."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        if _other(finding) not in known:
            groups.setdefault((finding.code, finding.section), []).append(finding)
    for (code, section), own in groups.items():
        yield _item(f"finding/{code}/{section}", own)


def _other(finding: Finding) -> str:
    """The key of the item that says the same; blank when none would."""
    match finding.kind:
        case Kind.ACTION:
            return f"action/{finding.record}"
        case Kind.LESSON:
            return f"lesson/{finding.record}"
        case Kind.OBLIGATION if finding.code == "regime.drift":
            return drift_key(finding.record)
        case _:
            return SAID.get(finding.code, "")


def _item(key: str, own: Sequence[Finding]) -> AgendaItem:
    first, rest = own[0], len(own) - 1
    alone = about(first.kind, first.record)
    meant = alone if not rest else about(Kind.SECTION, first.section)
    more = "" if not rest else f" The same holds for {rest} more."
    why = f"{WEIGHTS[first.weight]} {first.fix}"
    return AgendaItem(key, Topic.FINDING, f"{first.reason}{more}", why, meant)
