"""The whole document of a judged plan."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.document.anchors import texts
from app.domain.document.labels import Labels
from app.domain.document.tree import (
    Attachment,
    Block,
    Contents,
    Document,
    Heading,
    Metadata,
    PageBreak,
    PageOf,
)
from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.approving.editions import Edition, departed, edition_of
from app.domain.lifecycle.chain import HEAD_FILE, Head, head_data
from app.domain.plan.codec import canonical, content_hash, plan_data
from app.domain.plan.plan import Plan
from app.export.compose import coverage, front, open_points
from app.export.compose.annexes import annex_heading, annexes, in_annex, pointers
from app.export.compose.approval_record import approval_data, approval_record, watermark
from app.export.compose.changes_annex import changes_annex
from app.export.compose.chapters import EVIDENCE, Material, annexes_of
from app.export.compose.core import Core
from app.export.compose.places import presents
from app.export.compose.proof import Finder, gathered
from app.export.compose.prose import ProseComposer
from app.export.compose.pruning import pruned
from app.export.compose.review_record import review_record
from app.export.compose.scribe import Scribe
from app.export.compose.survey import survey
from app.export.compose.tables.programme import distribution
from app.export.compose.traceability import traceability
from app.export.compose.wording import wording
from app.services.changes.since import Since


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is exported when (UTC), besides the plan.

    `edition` is the issued version that the plan is, as it stands now. `since` adds an annex, the
    last, with what changed since then.
    """

    draft: bool
    when: datetime
    head: Head | None = None
    since: Since | None = None
    edition: Edition | None = None


ANCHOR_DIGITS = 12
"""How much of the head's hash each page repeats; the control page has all of it."""


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
    plan = judgement.plan
    drafted = draft or departed(plan)
    edition = None if drafted else edition_of(plan)
    return composed(judgement, labels, Occasion(drafted, when, head, since, edition))


def composed(judgement: Judgement, labels: Labels, occasion: Occasion) -> Document:
    """The document that `occasion` asks for; see `compose`."""
    draft, when, head, edition = occasion.draft, occasion.when, occasion.head, occasion.edition
    plan = judgement.plan
    scribe = Scribe(plan, labels)
    digest = content_hash(plan)
    proof = gathered(judgement)
    prose = ProseComposer(scribe, _asker(judgement, labels), _anchors(plan).__contains__)
    short = judgement.template.short
    annexed = annexes(annexes_of(short=short), Material(scribe, prose, _short_names(judgement)))
    core = Core(scribe, prose, proof.sentences(), pointers(annexed, scribe), short=short)
    control = (
        *front.control(scribe, digest, head, draft=draft, when=when, edition=edition),
        *approval_record(edition, scribe),
        *review_record(scribe),
        *(() if short else distribution(scribe)),
    )
    recorded = short and edition is not None
    approval = front.approval(scribe, draft=draft, new_page=not short, seal_only=recorded)
    card = front.quick_card(scribe)
    summary = coverage.summary(judgement, scribe)
    before = (
        (*control, *approval, Contents(), *card)
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
    metadata = replace(
        _metadata(scribe, digest, draft=draft, when=when, edition=edition), anchor=_anchor(head)
    )
    return Document(
        metadata,
        front.cover(scribe, draft=draft, when=when, edition=edition),
        (
            *(pruned(block, wanted) for block in stated),
            *shown,
            *(() if occasion.since is None else changes_annex(occasion.since, judgement, scribe)),
        ),
        labels("page.watermark") if draft else watermark(edition, scribe),
        (_data(scribe), *_trail(head, scribe), *approval_data(edition, scribe, head)),
        wording=wording(labels, _edition(metadata, labels)),
    )


def _anchor(head: Head | None) -> str:
    return "" if head is None else f"r{head.number} {head.hash[:ANCHOR_DIGITS]}"


def _metadata(
    scribe: Scribe, digest: str, *, draft: bool, when: datetime, edition: Edition | None
) -> Metadata:
    profile = scribe.plan.profile
    organisation_name = profile.legal_name or profile.short_name
    return Metadata(
        title=front.title(scribe),
        organisation=organisation_name,
        document_id=profile.document_id,
        version=front.number(scribe, draft=draft, edition=edition),
        status=front.status(scribe, draft=draft, edition=edition),
        sharing_label=profile.sharing_label,
        language=profile.language,
        author=profile.owner or organisation_name,
        subject=scribe.say("file.subject", name=organisation_name),
        keywords=(scribe.say("file.keyword"), *profile.frameworks),
        created=when,
        content_hash=digest,
        dated=front.dated(scribe.plan, draft=draft, when=when, edition=edition),
    )


def _edition(metadata: Metadata, labels: Labels) -> str:
    return labels(
        "approval.edition",
        document=metadata.document_id or metadata.title,
        version=metadata.version,
    )


def _data(scribe: Scribe) -> Attachment:
    data = canonical(plan_data(scribe.plan))
    return Attachment("plan.json", "application/json", data, scribe.say("file.data"))


def _trail(head: Head | None, scribe: Scribe) -> Iterator[Attachment]:
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
