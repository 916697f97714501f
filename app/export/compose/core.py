"""The core of the document: parts and sections as the template arranges them."""

from collections.abc import Callable, Mapping

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Callout, Heading, Paragraph, Tone
from app.domain.interview.arrangement import arranged
from app.domain.interview.template import PlanTemplate
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sections import Section
from app.export.compose.place_names import section_place
from app.export.compose.prose import ProseComposer
from app.export.compose.tables import classification, duties

FURTHER_SECTIONS = "Further sections"
"""The title of the part with the sections that the template does not know."""

NOT_APPLICABLE = "Not applicable"

NOTHING_STATED = Callout("Open", (Paragraph(plain("Nothing is stated yet.")),), Tone.WARN)
"""Stands in a section without text or records."""

PRESENTED: dict[str, Callable[[Plan], tuple[Block, ...]]] = {
    "escalation": classification.escalation,
    "notification": duties.deadlines,
}
"""The tables one reads in sequence, after the text of their section; others are annexed."""


class Core:
    """Composes the sections of a plan; a `short` one annexes all its tables.

    By section: `sought` are the sentences to be found, `pointers` tell of what is annexed.
    """

    def __init__(
        self,
        plan: Plan,
        prose: ProseComposer,
        sought: Mapping[str, tuple[str, ...]],
        pointers: Mapping[str, tuple[Block, ...]],
        *,
        short: bool = False,
    ) -> None:
        self._plan = plan
        self._prose = prose
        self._sought = sought
        self._pointers = pointers
        self._short = short

    def parts(self, template: PlanTemplate) -> tuple[Block, ...]:
        """Every section of the plan under the heading of its part; the first begins a page."""
        blocks: list[Block] = []
        for part in arranged(template, self._plan.sections):
            title = part.title or FURTHER_SECTIONS
            blocks.append(Heading(1, title, f"part:{part.id}", new_page=not blocks))
            for key in part.sections:
                blocks += self._section(self._plan.sections[RecordId(key)])
        return tuple(blocks)

    def _section(self, section: Section) -> tuple[Block, ...]:
        anchor = section_place(section.id)
        heading = Heading(2, section.title, anchor, in_contents=not self._short)
        if section.not_applicable.strip():
            reason = Paragraph(plain(section.not_applicable))
            return (heading, Callout(NOT_APPLICABLE, (reason,), Tone.NEUTRAL))
        sought = self._sought.get(section.id, ())
        present = None if self._short else PRESENTED.get(section.id)
        stated = (
            *self._prose.blocks(section.prose, anchor, section.title, sought),
            *(present(self._plan) if present is not None else ()),
            *self._pointers.get(section.id, ()),
        )
        return (heading, *(stated or (NOTHING_STATED,)))
