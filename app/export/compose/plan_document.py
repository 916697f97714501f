"""The whole document of a judged plan."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from app.domain.document.anchors import texts
from app.domain.document.tree import (
    Attachment,
    Block,
    Contents,
    Document,
    Heading,
    Metadata,
    PageBreak,
    PageOf,
    Wording,
)
from app.domain.judgement.engine import Judgement
from app.domain.plan.codec import canonical, content_hash, plan_data
from app.domain.plan.plan import Plan
from app.export.compose import coverage, front, open_points
from app.export.compose.annexes import annex_heading, annexes, in_annex, pointers
from app.export.compose.chapters import EVIDENCE, Material, annexes_of
from app.export.compose.core import Core
from app.export.compose.places import presents
from app.export.compose.proof import Finder, gathered
from app.export.compose.prose import ProseComposer
from app.export.compose.pruning import pruned
from app.export.compose.survey import survey
from app.export.compose.traceability import traceability

WATERMARK = "DRAFT"

WORDING = Wording()


def compose(judgement: Judgement, draft: bool, when: datetime) -> Document:
    """The document; `when` (UTC) is the only time in it, so equal plans give equal documents."""
    plan = judgement.plan
    digest = content_hash(plan)
    proof = gathered(judgement)
    prose = ProseComposer(plan, _asker(judgement), _anchors(plan).__contains__)
    material = Material(plan, prose, _short_names(judgement))
    short = judgement.template.short
    annexed = annexes(annexes_of(short=short), material, WORDING.annex)
    core = Core(plan, prose, proof.sentences(), pointers(annexed), short=short)
    control = front.control(plan, digest, draft=draft, when=when)
    approval = front.approval(plan, draft=draft, new_page=not short)
    card = front.quick_card(plan)
    summary = coverage.summary(judgement)
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
    finder = Finder(proof, survey(stated, WORDING.annex))
    shown = _evidence(judgement, finder, summary if short else ())
    wanted = _paged(shown)
    return Document(
        _metadata(plan, digest, draft=draft, when=when),
        front.cover(plan, draft=draft, when=when),
        (*(pruned(block, wanted) for block in stated), *shown),
        WATERMARK if draft else "",
        (_data(plan),),
        WORDING,
    )


def _metadata(plan: Plan, digest: str, *, draft: bool, when: datetime) -> Metadata:
    organisation_name = plan.profile.legal_name or plan.profile.short_name
    return Metadata(
        title=front.title(plan),
        organisation=organisation_name,
        document_id=plan.profile.document_id,
        version=front.number(plan, draft=draft),
        status=front.status(plan, draft=draft),
        sharing_label=plan.profile.sharing_label,
        language=plan.profile.language,
        author=plan.profile.owner or organisation_name,
        subject=f"Incident response plan of {organisation_name}",
        keywords=("incident response plan", *plan.profile.frameworks),
        created=when,
        content_hash=digest,
    )


def _data(plan: Plan) -> Attachment:
    return Attachment(
        "plan.json",
        "application/json",
        canonical(plan_data(plan)),
        "The plan's data in canonical JSON; its SHA-256 is the content hash",
    )


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
    judgement: Judgement, finder: Finder, summary: tuple[Block, ...]
) -> tuple[Block, ...]:
    """The last annex, the summary of coverage in front; nothing when it would be empty."""
    blocks = (
        *(
            replace(one, level=2, numbered=True) if isinstance(one, Heading) else one
            for one in summary
        ),
        *open_points.open_points(judgement),
        *open_points.accepted(judgement),
        *traceability(judgement, finder),
    )
    return (annex_heading("evidence", EVIDENCE), *in_annex(blocks)) if blocks else ()


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


def _asker(judgement: Judgement) -> Callable[[str], str]:
    questions = judgement.template.questions

    def ask(name: str) -> str:
        question = questions.get(name)
        return "open" if question is None else f"open: {question.text}"

    return ask
