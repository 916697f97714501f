"""What is open or was accepted, for those who answer for it."""

from collections.abc import Iterator
from datetime import date

from app.domain.document.tree import Block
from app.domain.plan.governance import Action, ActionState
from app.export.compose.cells import begun
from app.export.compose.editions.room import Trimmer
from app.export.compose.editions.source import Source, heading, note, stated_facts

Told = tuple[str, str]
"""A label and a sentence."""


def open_list(source: Source, trim: Trimmer) -> Iterator[Block]:
    """Findings, the actions due first and accepted risks; or that there are none."""
    say = source.labels
    yield heading(say("edition.open.heading"), "open")
    findings, more_findings = trim.first(_findings(source, trim), 5)
    actions, more_actions = trim.first(_actions(source, trim), 5)
    accepted, more_accepted = trim.first(_accepted(source, trim), 3)
    told = (*findings, *actions, *accepted)
    yield from stated_facts(told)
    yield from trim.remark(more_findings + more_actions + more_accepted)
    if not told:
        yield note(say("edition.open.none"))


def _findings(source: Source, trim: Trimmer) -> Iterator[Told]:
    for item in source.judgement.findings():
        yield begun(source.labels(f"weight.{item.weight.value}")), trim.text(item.reason, 170)


def _actions(source: Source, trim: Trimmer) -> Iterator[Told]:
    say = source.labels
    waiting = [one for one in source.plan.actions.values() if one.state is ActionState.OPEN]
    for action in sorted(waiting, key=_due):
        label = say("edition.open.action")
        if action.due is not None:
            label = say("edition.open.action-due", date=say.date(action.due))
        text = trim.text(action.text, 150)
        owner = trim.text(action.owner, 50)
        yield label, say("edition.open.owned", text=text, owner=owner) if owner else text


def _due(action: Action) -> date:
    return action.due or date.max


def _accepted(source: Source, trim: Trimmer) -> Iterator[Told]:
    say, accepted = source.labels, source.plan.accepted
    for item in source.judgement.findings(accepted=True):
        found = accepted.get(item.key)
        if found is not None:
            text = trim.text(f"{item.reason} {found.reason}", 240)
            owned = say("edition.open.owned", text=text, owner=trim.text(found.by, 50))
            yield say("edition.open.accepted"), owned
