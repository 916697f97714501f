"""The whole document of a judged plan."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from app.domain.document.anchors import texts
from app.domain.document.labels import Labels
from app.domain.document.tree import (
    Attachment,
    Block,
    Contents,
    Document,
    Heading,
    PageBreak,
    PageOf,
)
from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.approving.editions import departed, edition_of
from app.domain.lifecycle.chain import HEAD_FILE, Head, head_data
from app.domain.plan.codec import canonical
from app.domain.plan.plan import Plan
from app.export.compose import coverage, front, open_points
from app.export.compose.annexes import annex_heading, annexes, in_annex, pointers
from app.export.compose.approval_record import approval_data, approval_record, watermark
from app.export.compose.changes_annex import changes_annex
from app.export.compose.chapters import EVIDENCE, Material, annexes_of
from app.export.compose.copied import copied_control, plan_attachment
from app.export.compose.core import Core
from app.export.compose.occasion import Occasion, derived_from, metadata_of, sealed_words
from app.export.compose.places import presents
from app.export.compose.proof import Finder, gathered
from app.export.compose.prose import ProseComposer
from app.export.compose.pruning import pruned
from app.export.compose.review_record import review_record
from app.export.compose.scribe import Scribe
from app.export.compose.signatures import seal_of, signature_page, signers_of
from app.export.compose.survey import survey
from app.export.compose.tables.programme import distribution
from app.export.compose.traceability import traceability
from app.export.compose.wording import wording
from app.services.changes.since import Since


def compose(
    judgement: Judgement,
    labels: Labels,
    draft: bool,
    when: datetime,
    head: Head | None = None,
    *,
    since: Since | None = None,
) -> Document:
    """The document of the plan as it is, its fixed words said by `labels`.

    `when` (UTC) is the only time in it, so equal plans give equal documents. What is not the
    version that acts approved comes out as a draft.
    """
    occasion = occasion_of(judgement.plan, draft, when, head, since=since)
    return composed(judgement, labels, occasion)


def occasion_of(
    plan: Plan, draft: bool, when: datetime, head: Head | None = None, *, since: Since | None = None
) -> Occasion:
    """What an export of `plan` as it is shows; see `compose`."""
    drafted = draft or departed(plan)
    return Occasion(drafted, when, head, since, None if drafted else edition_of(plan))


def composed(judgement: Judgement, labels: Labels, occasion: Occasion) -> Document:
    """The document that `occasion` asks for; see `compose`."""
    draft, when, head, edition = occasion.draft, occasion.when, occasion.head, occasion.edition
    plan = judgement.plan
    scribe = Scribe(plan, labels)
    metadata = metadata_of(scribe, occasion)
    proof = gathered(judgement)
    prose = ProseComposer(scribe, _asker(judgement, labels), _anchors(plan).__contains__)
    short = judgement.template.short
    annexed = annexes(annexes_of(short=short), Material(scribe, prose, _short_names(judgement)))
    core = Core(scribe, prose, proof.sentences(), pointers(annexed, scribe), short=short)
    control = (
        *copied_control(
            front.control(
                scribe, metadata.content_hash, head, draft=draft, when=when, edition=edition
            ),
            occasion.copy,
            scribe,
        ),
        *approval_record(edition, scribe),
        *review_record(scribe),
        *(() if short else distribution(scribe)),
    )
    copied = occasion.copy is not None
    signers = seal_of(scribe) if copied else signers_of(scribe, front.latest(plan), edition)
    approval = signature_page(scribe, signers, draft=draft)
    card = front.quick_card(scribe)
    summary = coverage.summary(judgement, scribe)
    before = (
        (*control, Contents(), *card)
        if short
        else (*control, *approval, *card, PageBreak(), Contents(), *summary)
    )
    stated = (
        *before,
        *core.parts(judgement.template),
        *(block for annex in annexed for block in annex.blocks),
    )
    finder = Finder(proof, survey(stated, labels("page.annex")))
    shown = _evidence(judgement, finder, scribe, summary if short else ())
    wanted = _paged(shown)
    return Document(
        metadata,
        front.cover(
            scribe,
            draft=draft,
            when=when,
            edition=edition,
            derived="" if occasion.copy is None else derived_from(scribe, occasion),
        ),
        (
            *(pruned(block, wanted) for block in stated),
            *shown,
            *(() if occasion.since is None else changes_annex(occasion.since, judgement, scribe)),
            *(approval if short else ()),
        ),
        labels("page.watermark") if draft else watermark(edition, scribe),
        (
            plan_attachment(occasion.copy, scribe),
            *trail_data(head, scribe),
            *approval_data(edition, scribe, head),
        ),
        wording=wording(labels, sealed_words(metadata, labels), draft=draft),
    )


def trail_data(head: Head | None, scribe: Scribe) -> Iterator[Attachment]:
    """The end of the history at the export; nothing where it is not known."""
    if head is not None:
        data = canonical(head_data(head))
        yield Attachment(HEAD_FILE, "application/json", data, scribe.say("file.audit-head"))


def _paged(blocks: Iterable[Block]) -> frozenset[str]:
    """The places whose pages `blocks` tell."""
    inlines = (inline for block in blocks for content in texts(block) for inline in content)
    return frozenset(
        name for inline in inlines if isinstance(inline, PageOf) for name in inline.anchors
    )


def _short_names(judgement: Judgement) -> dict[str, str]:
    """The names of the frameworks up to their subtitles, by id."""
    return {framework.id: coverage.short_name(framework) for framework in judgement.frameworks}


def _evidence(
    judgement: Judgement, finder: Finder, scribe: Scribe, summary: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The last annex, the summary of coverage in front; nothing when it would be empty."""
    blocks = (
        *(
            replace(one, level=2, numbered=True) if isinstance(one, Heading) else one
            for one in summary
        ),
        *open_points.open_points(judgement, scribe),
        *open_points.accepted(judgement, scribe),
        *traceability(judgement, finder, scribe),
    )
    if not blocks:
        return ()
    return (annex_heading("evidence", scribe.say(EVIDENCE)), *in_annex(blocks))


def _anchors(plan: Plan) -> frozenset[str]:
    """The places of the document that prose can refer to."""
    drawn = {node.tree for node in plan.tree_nodes.values()}
    return frozenset(
        (
            *(f"section:{key}" for key in plan.sections),
            *(f"playbook:{key}" for key in plan.playbooks if presents(plan, "playbooks")),
            *(f"tree:{key}" for key in plan.trees if key in drawn and presents(plan, "escalation")),
        )
    )


def _asker(judgement: Judgement, labels: Labels) -> Callable[[str], str]:
    questions = judgement.template.questions

    def ask(name: str) -> str:
        question = questions.get(name)
        if question is None:
            return labels("gap.open")
        return labels("gap.question", question=question.text)

    return ask
