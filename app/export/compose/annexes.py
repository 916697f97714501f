"""Annexes made of a plan: lettered, headed, and pointed to from the sections they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.document.inline import Text
from app.domain.document.outline import heading_numbers
from app.domain.document.tree import (
    Block,
    CrossReference,
    Heading,
    Inline,
    Inlines,
    PageOf,
    Paragraph,
    Voice,
)
from app.export.compose.chapters import Annex, Chapter, Material
from app.export.compose.places import presents
from app.export.compose.scribe import Scribe


@dataclass(frozen=True, slots=True)
class MadeChapter:
    """Blocks of one chapter; `anchor` is the place they begin at."""

    chapter: Chapter
    anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class MadeAnnex:
    """One annex; `number` is what its heading is counted as, such as Annex B."""

    heading: Heading
    number: str
    chapters: tuple[MadeChapter, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole annex."""
        return (self.heading, *(block for made in self.chapters for block in made.blocks))


def annexes(wanted: Sequence[Annex], material: Material) -> tuple[MadeAnnex, ...]:
    """The annexes that have something in them; letters close up."""
    say = material.scribe.say
    chapters = [tuple(_chapters(annex, material)) for annex in wanted]
    full = [(annex, made) for annex, made in zip(wanted, chapters, strict=True) if made]
    headings = [annex_heading(annex.id, say(annex.title)) for annex, _ in full]
    numbers = heading_numbers(headings, say("page.annex"))
    return tuple(
        MadeAnnex(heading, number, made)
        for heading, number, (_, made) in zip(headings, numbers, full, strict=True)
    )


def annex_heading(name: str, title: str) -> Heading:
    """The title of an annex, which begins a page."""
    return Heading(1, title, annex_place(name), new_page=True, annex=True)


def annex_place(name: str) -> str:
    """What the place of the annex `name` is called."""
    return f"annex:{name}"


def pointers(made: Sequence[MadeAnnex], scribe: Scribe) -> dict[str, Paragraph]:
    """The remark of each section that has records in an annex: where they are."""
    said: dict[str, list[Inline]] = {}
    for annex in made:
        for chapter in annex.chapters:
            line = said.setdefault(chapter.chapter.section, [])
            line += [Text(" ")] if line else []
            line += _pointer(chapter, annex, scribe)
    return {section: Paragraph(tuple(line), Voice.NOTE) for section, line in said.items()}


def _pointer(made: MadeChapter, annex: MadeAnnex, scribe: Scribe) -> Inlines:
    number = CrossReference(annex.heading.anchor, annex.number, counted=True)
    page = PageOf(made.anchor)
    return scribe.sentence(made.chapter.pointer, annex=(number,), page=(page,))


def _chapters(annex: Annex, material: Material) -> Iterator[MadeChapter]:
    for at, chapter in enumerate(annex.chapters, start=1):
        if not presents(material.scribe.plan, chapter.section):
            continue
        blocks = tuple(in_annex(chapter.presents(material)))
        if not blocks:
            continue
        if chapter.title:
            anchor = f"{annex_place(annex.id)}.{at}"
            title = material.scribe.say(chapter.title)
            heading = Heading(2, title, anchor, in_contents=annex.listed, annex=True)
            yield MadeChapter(chapter, anchor, (heading, *blocks))
        else:
            raised = tuple(_raised(blocks, listed=annex.listed))
            yield MadeChapter(chapter, annex_place(annex.id), raised)


def in_annex(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks with headings that count as in an annex and stay out of the contents."""
    for block in blocks:
        if isinstance(block, Heading):
            yield replace(block, in_contents=False, annex=True)
        else:
            yield block


def _raised(blocks: Sequence[Block], *, listed: bool) -> Iterator[Block]:
    """Counted headings one level up, where no heading of a chapter stands above them."""
    for block in blocks:
        if isinstance(block, Heading) and block.numbered:
            yield replace(block, level=block.level - 1, in_contents=listed)
        else:
            yield block
