"""The core of the document: parts and sections as the template arranges them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from app.domain.document.inline import Text, plain
from app.domain.document.labels import Labels
from app.domain.document.tree import Block, Callout, Heading, Inline, Paragraph, Tone, Voice
from app.domain.interview.arrangement import arranged
from app.domain.interview.template import PlanTemplate
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Section
from app.export.compose.place_names import section_place
from app.export.compose.prose import ProseComposer
from app.export.compose.scribe import Scribe
from app.export.compose.tables import classification, duties

PRESENTED: dict[str, Callable[[Scribe], tuple[Block, ...]]] = {
    "escalation": classification.escalation,
    "notification": duties.deadlines,
}
"""The tables one reads in sequence, after the text of their section; others are annexed."""


class Core:
    """Composes the sections of a plan; a `short` one annexes all tables and says so by part.

    By section: `sought` are the sentences to be found, `pointers` tell of what is annexed.
    """

    def __init__(
        self,
        scribe: Scribe,
        prose: ProseComposer,
        sought: Mapping[str, tuple[str, ...]],
        pointers: Mapping[str, Paragraph],
        *,
        short: bool = False,
    ) -> None:
        self._plan = scribe.plan
        self._scribe = scribe
        self._prose = prose
        self._sought = sought
        self._pointers = pointers
        self._short = short

    def parts(self, template: PlanTemplate) -> tuple[Block, ...]:
        """Every section of the plan under the heading of its part.

        The first part of a short plan begins a page, behind the quick card.
        """
        blocks: list[Block] = []
        for part in arranged(template, self._plan.sections):
            title = part.title or self._scribe.say("section.further")
            new_page = self._short and not blocks
            blocks.append(Heading(1, title, f"part:{part.id}", new_page=new_page))
            for key in part.sections:
                blocks += self._section(self._plan.sections[RecordId(key)])
            if self._short:
                blocks += self._remarks(part.sections)
        return tuple(blocks)

    def _remark_of(self, section: Section) -> Iterator[Block]:
        if not self._short and section.id in self._pointers:
            yield self._pointers[section.id]

    def _remarks(self, keys: Iterable[str]) -> Iterator[Block]:
        """One remark on all that these sections have in annexes."""
        content: list[Inline] = []
        for key in keys:
            exempt = self._plan.sections[RecordId(key)].not_applicable.strip()
            if key in self._pointers and not exempt:
                content += [Text(" ")] if content else []
                content += self._pointers[key].content
        if content:
            yield Paragraph(tuple(content), Voice.NOTE)

    def _section(self, section: Section) -> tuple[Block, ...]:
        anchor = section_place(section.id)
        heading = Heading(2, section.title, anchor, in_contents=not self._short)
        if section.not_applicable.strip():
            title = self._scribe.say("section.not-applicable")
            return (heading, _callout(title, section.not_applicable, Tone.NEUTRAL))
        sought = self._sought.get(section.id, ())
        present = None if self._short else PRESENTED.get(section.id)
        stated = (
            *self._prose.blocks(section.prose, anchor, section.title, sought),
            *(present(self._scribe) if present is not None else ()),
            *self._remark_of(section),
        )
        return (heading, *(stated or (nothing_stated(self._scribe.say),)))


def nothing_stated(say: Labels) -> Callout:
    """Stands in a section without text or records."""
    return _callout(say("section.open"), say("section.nothing"), Tone.WARN)


def _callout(title: str, text: str, tone: Tone) -> Callout:
    return Callout(title, (Paragraph(plain(text)),), tone)
