"""Playbooks, one after the other, each with its steps by phase."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.document.inline import Mark, Text, plain
from app.domain.document.tree import Block, Cell, CrossReference, Facts, Heading, Inlines
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.export.compose import names
from app.export.compose.cells import cell, marked, span, table
from app.export.compose.labelled import fact, points
from app.export.compose.places import presents

PHASE_WORDS = {
    Phase.FIRST_MINUTES: "First minutes",
    Phase.ANALYSE: "Analyse",
    Phase.CONTAIN: "Contain",
    Phase.ERADICATE: "Eradicate",
    Phase.RECOVER: "Recover",
    Phase.COMMUNICATE: "Communicate",
    Phase.CLOSE: "Close",
}


def playbooks(plan: Plan) -> tuple[Block, ...]:
    """Every playbook under a heading of its own and on its own pages, so that it can be handed out.

    The first one stands where the text before it ends.
    """
    return tuple(
        block
        for place, playbook in enumerate(plan.playbooks.values())
        for block in (_heading(playbook, place), *_playbook(plan, playbook))
    )


def _heading(playbook: Playbook, place: int) -> Heading:
    return Heading(3, playbook.name, f"playbook:{playbook.id}", new_page=place > 0)


def _playbook(plan: Plan, playbook: Playbook) -> Iterator[Block]:
    facts = tuple(_facts(plan, playbook))
    if facts:
        yield Facts(facts)
    yield from points("Questions the analysis answers", playbook.questions)
    yield from _steps(plan, playbook)
    yield from points("Duties to notify to look at, each within its own limit", playbook.duties)
    yield from points("Recovery is accepted when", playbook.recovery_criteria)
    if playbook.closure:
        yield fact("Closure", playbook.closure)
    yield from points("Measured by", playbook.metrics)


def _facts(plan: Plan, playbook: Playbook) -> Iterator[tuple[str, Inlines]]:
    category = plan.categories.get(playbook.category) if playbook.category is not None else None
    told = (
        ("Trigger", playbook.trigger),
        ("Category", category.name if category is not None else ""),
        ("Least severity", names.severity(plan, playbook.floor)),
        ("ATT&CK techniques", ", ".join(playbook.techniques)),
    )
    return ((label, plain(text)) for label, text in told if text.strip())


def _steps(plan: Plan, playbook: Playbook) -> Iterator[Block]:
    """One table, numbered through and in the order of the phases, so that it can break anywhere."""
    own = [step for step in plan.steps.values() if step.playbook == playbook.id]
    ordered = [step for phase in PHASE_WORDS for step in own if step.phase is phase]
    if ordered:
        heads = (("Step", 3.8), ("Role and time", 1.4), ("Decision, side effect, evidence", 4.0))
        rows = (
            (marked(step, _action(number, step)), _who(plan, step), _details(plan, step))
            for number, step in enumerate(ordered, 1)
        )
        yield table(playbook.name, heads, rows, f"table:playbook.{playbook.id}")


def _action(number: int, step: PlaybookStep) -> Cell:
    """Number and phase lead into what to do: who turns a page still sees where they are."""
    lead = Text(f"{number} {PHASE_WORDS[step.phase]}: ", frozenset({Mark.BOLD}))
    first, *others = cell(step.action).paragraphs
    return Cell(((lead, *first), *others))


def _who(plan: Plan, step: PlaybookStep) -> Cell:
    within = f"within {span(step.within)}" if step.within is not None else ""
    known = cell(names.role(plan, step.role))
    return replace(known, paragraphs=(*known.paragraphs, plain(within))) if within else known


def _details(plan: Plan, step: PlaybookStep) -> Cell:
    """What is decided, by whom and by what, what it harms, what is kept, which words are used."""
    told = (
        _decision(plan, step),
        _labelled("Side effect", plain(step.side_effect)),
        _labelled("Keep", plain(step.evidence)),
        _labelled("Use", _message(plan, step)),
    )
    return Cell(tuple(words for words in told if words))


def _decision(plan: Plan, step: PlaybookStep) -> Inlines:
    decider = names.role(plan, step.decided_by) or names.role(plan, step.role)
    decided = _labelled(f"Decide ({decider})" if decider else "Decide", plain(step.decision))
    criteria = _labelled("Criteria", plain(step.criteria))
    return (*decided, *plain(". "), *criteria) if decided and criteria else decided or criteria


def _labelled(label: str, told: Inlines) -> Inlines:
    """`told` behind its label; empty when nothing is told."""
    return (Text(f"{label}: ", frozenset({Mark.BOLD})), *told) if told else ()


def _message(plan: Plan, step: PlaybookStep) -> Inlines:
    message = plan.messages.get(step.message) if step.message is not None else None
    if message is None:
        return ()
    if presents(plan, "forms_templates"):
        return (CrossReference(f"message:{message.id}", message.name),)
    return plain(message.name)
