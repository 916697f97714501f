"""The responder binder: what people need in their hands while the network is down."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from app.domain.document.anchors import anchors
from app.domain.document.tree import Block, Contents, Document, Heading, PageBreak
from app.export.compose import front
from app.export.compose.annexes import MadeAnnex, annexes
from app.export.compose.chapters import ANNEXES, DEADLINES, RESPONSE_TIMES, Annex, Chapter, Material
from app.export.compose.editions.source import Source, note, watermark_of
from app.export.compose.occasion import derived_from, master_hash, metadata_of, sealed_words
from app.export.compose.prose import ProseComposer
from app.export.compose.pruning import led
from app.export.compose.signatures import seal_of, signature_page
from app.export.compose.wording import wording

ORDER: Final = (
    "classification",
    "trees",
    "contacts",
    "roles",
    "playbooks",
    "duties",
    "messages",
    "forms",
)
"""The annexes that responders need, first what they need first."""

LEFT_OUT: Final = frozenset({"pointer.register", "pointer.decisions", "pointer.raci"})
"""Chapters of these annexes that nobody needs in an incident, by their pointers."""

TITLES: Final = {"roles": "chapter.roles"}
"""Titles, as labels, of annexes from which something is left out."""

OPENED_BY: Final[dict[str, Chapter]] = {"classification": RESPONSE_TIMES, "duties": DEADLINES}
"""Tables that stand in the core of the plan, by the annex they open here."""


def binder(source: Source) -> Document:
    """Quick card, levels, trees, contacts, playbooks, duties, messages and forms."""
    scribe, occasion = source.scribe, source.occasion
    metadata = metadata_of(scribe, occasion)
    body = tuple(_body(source))
    places = frozenset(anchors(body))
    return Document(
        metadata,
        front.cover(
            scribe,
            draft=occasion.draft,
            when=occasion.when,
            edition=occasion.edition,
            derived=derived_from(scribe, occasion),
        ),
        tuple(led(block, places) for block in body),
        watermark_of(source),
        wording=wording(source.labels, sealed_words(metadata, source.labels)),
    )


def _body(source: Source) -> Iterator[Block]:
    scribe = source.scribe
    yield from front.quick_card(scribe)
    yield PageBreak()
    digest = front.grouped(master_hash(scribe, source.occasion))
    yield note(scribe.say("edition.binder.note", hash=digest))
    yield Contents()
    draft = source.occasion.draft
    for made in annexes(_wanted(), _material(source)):
        yield from _numbered(made)
    if not draft:
        yield from signature_page(scribe, seal_of(scribe), draft=False)


def _wanted() -> tuple[Annex, ...]:
    known = {annex.id: annex for annex in ANNEXES}
    return tuple(
        replace(
            known[name],
            title=TITLES.get(name, known[name].title),
            chapters=_chapters(known[name]),
        )
        for name in ORDER
    )


def _chapters(annex: Annex) -> tuple[Chapter, ...]:
    opening = (OPENED_BY[annex.id],) if annex.id in OPENED_BY else ()
    kept = (chapter for chapter in annex.chapters if chapter.pointer not in LEFT_OUT)
    return (*opening, *kept)


def _material(source: Source) -> Material:
    prose = ProseComposer(source.scribe, lambda _: source.labels("gap.open"), lambda _: False)
    return Material(source.scribe, prose, {})


def _numbered(made: MadeAnnex) -> Iterable[Block]:
    """The annex as a chapter that is counted in numbers."""
    for block in made.blocks:
        yield replace(block, annex=False) if isinstance(block, Heading) else block
