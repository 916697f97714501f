"""Playbooks, one after the other, each with its steps by phase, as a figure and as a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Cell, CrossReference, Facts, Heading, Inlines
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.export.compose import names
from app.export.compose.labelled import fact, labelled, points
from app.export.compose.places import presents
from app.export.compose.scribe import Scribe
from app.export.compose.tables.playbook_flows import playbook_flows
from app.export.compose.tables.step_branches import branch_words


def playbooks(scribe: Scribe) -> tuple[Block, ...]:
    """Every playbook under a heading of its own and on its own pages, so that it can be handed out.

    The first one stands where the text before it ends.
    """
    return tuple(
        block
        for place, playbook in enumerate(scribe.plan.playbooks.values())
        for block in (_heading(playbook, place), *_playbook(scribe, playbook))
    )


def _heading(playbook: Playbook, place: int) -> Heading:
    return Heading(3, playbook.name, f"playbook:{playbook.id}", new_page=place > 0)


def _playbook(scribe: Scribe, playbook: Playbook) -> Iterator[Block]:
    phases = _phases(scribe.plan, playbook)
    yield from playbook_flows(scribe, playbook, phases)
    facts = tuple(_facts(scribe, playbook))
    if facts:
        yield Facts(facts)
    yield from points(scribe.lead("playbook.questions"), playbook.questions)
    yield from _steps(scribe, playbook, phases)
    yield from points(scribe.lead("playbook.duties"), playbook.duties)
    yield from points(scribe.lead("playbook.accepted-when"), playbook.recovery_criteria)
    if playbook.closure:
        yield fact(scribe.lead("playbook.closure"), playbook.closure)
    measured = ". ".join(text.strip().rstrip(".") for text in playbook.metrics if text.strip())
    if measured:
        yield fact(scribe.lead("playbook.measured-by"), f"{measured}.")


def _facts(scribe: Scribe, playbook: Playbook) -> Iterator[tuple[str, Inlines]]:
    say, plan = scribe.say, scribe.plan
    category = plan.categories.get(playbook.category) if playbook.category is not None else None
    told = (
        (say("playbook.trigger"), playbook.trigger),
        (say("playbook.category"), category.name if category is not None else ""),
        (say("playbook.floor"), names.severity(plan, playbook.floor)),
        (say("playbook.techniques"), scribe.commas(playbook.techniques)),
    )
    return ((label, plain(text)) for label, text in told if text.strip())


def _phases(plan: Plan, playbook: Playbook) -> dict[Phase, list[PlaybookStep]]:
    """The steps of each phase that has any, in the order of the phases."""
    phases: dict[Phase, list[PlaybookStep]] = {phase: [] for phase in Phase}
    for step in plan.steps.values():
        if step.playbook == playbook.id:
            phases[step.phase].append(step)
    return {phase: steps for phase, steps in phases.items() if steps}


def _steps(
    scribe: Scribe, playbook: Playbook, phases: Mapping[Phase, Sequence[PlaybookStep]]
) -> Iterator[Block]:
    """One table, numbered through and in the order of the phases, so that it can break anywhere."""
    ordered = [step for steps in phases.values() for step in steps]
    if ordered:
        numbers = {step.id: number for number, step in enumerate(ordered, 1)}
        heads = {"playbook.step": 3.6, "playbook.who": 1.7, "playbook.details": 3.9}
        rows = (
            (
                scribe.marked(step, _action(scribe, number, step)),
                _who(scribe, step),
                _details(scribe, step, numbers),
            )
            for number, step in enumerate(ordered, 1)
        )
        yield scribe.table(playbook.name, heads, rows, f"table:playbook.{playbook.id}")


def _action(scribe: Scribe, number: int, step: PlaybookStep) -> Cell:
    """Number and phase lead into what to do: who turns a page still sees where they are."""
    lead = f"{number} {scribe.lead(f'phase.{step.phase.value}')}"
    first, *others = scribe.cell(step.action).paragraphs
    return Cell((labelled(lead, first), *others))


def _who(scribe: Scribe, step: PlaybookStep) -> Cell:
    known = scribe.cell(names.role(scribe.plan, step.role))
    if step.within is None:
        return known
    within = scribe.say("playbook.within", span=scribe.span(step.within))
    return replace(known, paragraphs=(*known.paragraphs, plain(within)))


def _details(scribe: Scribe, step: PlaybookStep, numbers: Mapping[RecordId, int]) -> Cell:
    """What is decided, by whom and by what, what it harms, what is kept, which words are used."""
    told = (
        _decision(scribe, step),
        plain(". ".join(branch_words(scribe, step, numbers))),
        labelled(scribe.lead("playbook.side-effect"), plain(step.side_effect)),
        labelled(scribe.lead("playbook.keep"), plain(step.evidence)),
        labelled(scribe.lead("playbook.use"), _message(scribe.plan, step)),
    )
    return Cell(tuple(words for words in told if words))


def _decision(scribe: Scribe, step: PlaybookStep) -> Inlines:
    plan = scribe.plan
    decider = names.role(plan, step.decided_by) or names.role(plan, step.role)
    decide = scribe.lead("playbook.decide")
    if decider:
        decide = scribe.lead("playbook.decide-by", role=decider)
    decided = labelled(decide, plain(step.decision))
    criteria = labelled(scribe.lead("playbook.criteria"), plain(step.criteria))
    return (*decided, *plain(". "), *criteria) if decided and criteria else decided or criteria


def _message(plan: Plan, step: PlaybookStep) -> Inlines:
    message = plan.messages.get(step.message) if step.message is not None else None
    if message is None:
        return ()
    if presents(plan, "forms_templates"):
        return (CrossReference(f"message:{message.id}", message.name),)
    return plain(message.name)
