"""What an excerpt is made from, and what every one of them has: masthead, metadata, seal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.document.inline import plain
from app.domain.document.labels import Labels
from app.domain.document.tree import (
    Block,
    Cover,
    Document,
    Facts,
    Heading,
    Inlines,
    Paragraph,
    SignatureBox,
    Voice,
)
from app.domain.judgement.engine import Judgement
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sections import AnswerValue
from app.export.compose import front
from app.export.compose.approval_record import watermark
from app.export.compose.cells import begun
from app.export.compose.occasion import (
    Occasion,
    derived_from,
    master_hash,
    metadata_of,
    sealed_words,
)
from app.export.compose.scribe import Scribe
from app.export.compose.signatures import seal_of, signature_page
from app.export.compose.wording import wording


@dataclass(frozen=True, slots=True)
class Source:
    """A judged plan, as the readers of an excerpt may know it, and the occasion."""

    judgement: Judgement
    labels: Labels
    occasion: Occasion

    @property
    def plan(self) -> Plan:
        """The plan, without what is withheld."""
        return self.judgement.plan

    @property
    def scribe(self) -> Scribe:
        """Who writes about it."""
        return Scribe(self.plan, self.labels)

    def answer(self, topic: str, name: str) -> str:
        """The answer to the question `topic.name`, in words; blank while it is open."""
        found = self._answered(topic, name)
        text = "" if found is None else self.labels.answer(found).strip()
        return text if "@" in text.partition(" ")[0] else begun(text)

    def answers(self, topic: str, name: str) -> tuple[str, ...]:
        """The parts of the answer to a question of several."""
        found = self._answered(topic, name)
        if found is None:
            return ()
        return found if isinstance(found, tuple) else (self.labels.answer(found),)

    def _answered(self, topic: str, name: str) -> AnswerValue | None:
        answer = self.plan.answers.get(RecordId(f"{topic}.{name}"))
        return None if answer is None else answer.value


def short_document(source: Source, title: str, body: Iterable[Block]) -> Document:
    """A document under a masthead, without the data of the plan."""
    scribe, occasion = source.scribe, source.occasion
    metadata = metadata_of(scribe, occasion)
    return Document(
        metadata,
        masthead(source, title),
        tuple(body),
        watermark_of(source),
        wording=wording(source.labels, sealed_words(metadata, source.labels)),
    )


def masthead(source: Source, title: str) -> Cover:
    """Whose document it is, for whom, and which version and content it derives from."""
    scribe, occasion = source.scribe, source.occasion
    say, profile = scribe.say, source.plan.profile
    day = front.dated(
        source.plan, draft=occasion.draft, when=occasion.when, edition=occasion.edition
    )
    line = say(
        "edition.line",
        edition=derived_from(scribe, occasion),
        status=front.status(scribe, draft=occasion.draft, edition=occasion.edition),
        date=scribe.day(day),
    )
    digest = (say("edition.master-hash"), master_hash(scribe, occasion))
    return Cover(profile.legal_name or profile.short_name, title, line, (digest,), compact=True)


def watermark_of(source: Source) -> str:
    """What is printed across every page; blank for a version in force."""
    if source.occasion.draft:
        return source.labels("page.watermark")
    return watermark(source.occasion.edition, source.scribe)


def heading(text: str, name: str, *, new_page: bool = False) -> Heading:
    """A title inside a short document."""
    return Heading(2, text, f"edition:{name}", numbered=False, new_page=new_page)


def stated_facts(rows: Iterable[tuple[str, str]]) -> Iterator[Facts]:
    """Labels with what is stated behind them; nothing when nothing is."""
    made: tuple[tuple[str, Inlines], ...] = tuple(
        (label, plain(text)) for label, text in rows if text.strip()
    )
    if made:
        yield Facts(made)


def note(text: str) -> Paragraph:
    """A remark in small letters."""
    return Paragraph(plain(text), Voice.NOTE)


def seal_box(source: Source) -> Iterator[Block]:
    """Room for the seal of the organisation, without a page of its own; none in a draft."""
    if not source.occasion.draft:
        page = signature_page(source.scribe, seal_of(source.scribe), draft=False, new_page=False)
        yield from (block for block in page if isinstance(block, SignatureBox))
