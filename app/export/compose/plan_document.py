"""The whole document of a judged plan."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from app.domain.document.anchors import texts
from app.domain.document.inline import plain
from app.domain.document.tree import (
    Attachment,
    Block,
    Callout,
    Contents,
    Document,
    Heading,
    Metadata,
    PageBreak,
    PageOf,
    Paragraph,
    Tone,
)
from app.domain.judgement.engine import Judgement
from app.domain.plan.codec import canonical, content_hash, plan_data
from app.domain.plan.plan import Plan
from app.domain.plan.sections import SECTION_GROUPS, SECTION_KEYS, Section, SectionGroup
from app.export.compose import coverage, front, open_points
from app.export.compose.place_names import section_place
from app.export.compose.places import presents
from app.export.compose.proof import Finder, gathered
from app.export.compose.prose import ProseComposer
from app.export.compose.pruning import pruned
from app.export.compose.survey import survey
from app.export.compose.tables import (
    classification,
    decisions,
    duties,
    evidence,
    forms,
    organisation,
    playbooks,
    programme,
    trees,
)
from app.export.compose.traceability import traceability

PARTS = {
    SectionGroup.FRONT: "Foundations",
    SectionGroup.ORGANISATION: "Response organisation",
    SectionGroup.LIFECYCLE: "Incident life cycle",
    SectionGroup.COMMUNICATION: "Communication and notification",
    SectionGroup.CONTINUITY: "Continuity",
    SectionGroup.IMPROVEMENT: "Improvement",
    SectionGroup.GOVERNANCE: "Governance of the plan",
    SectionGroup.ANNEX: "Playbooks, scenarios and forms",
}
"""The parts of the document, which are headings of level 1."""

STARTS_A_PAGE = frozenset({SectionGroup.FRONT, SectionGroup.LIFECYCLE, SectionGroup.ANNEX})
"""Parts that begin on a page of their own; the others follow on."""

WATERMARK = "DRAFT"

NOTHING_STATED = Callout("Open", (Paragraph(plain("Nothing is stated yet.")),), Tone.WARN)
"""Stands in a section without text or records."""

Presents = Callable[[Plan], tuple[Block, ...]]

PRESENTED: dict[str, tuple[Presents, ...]] = {
    "definitions": (programme.terms,),
    "legal_register": (duties.register,),
    "roles": (organisation.roles,),
    "authority": (organisation.authority,),
    "contacts": (organisation.contacts,),
    "resources": (organisation.resources,),
    "logging_monitoring": (programme.log_sources,),
    "classification": (classification.classification,),
    "escalation": (classification.escalation, trees.trees),
    "notification": (duties.notification, decisions.decisions),
    "metrics": (programme.metrics,),
    "training": (programme.training,),
    "exercises": (programme.exercises,),
    "roadmap": (programme.roadmap,),
    "document_control": (programme.related_documents,),
    "playbooks": (playbooks.playbooks,),
    "forms_templates": (forms.forms,),
}
"""The tables and figures each section presents, after its text."""


def compose(judgement: Judgement, draft: bool, when: datetime) -> Document:
    """The document; `when` (UTC) is the only time in it, so equal plans give equal documents."""
    plan = judgement.plan
    digest = content_hash(plan)
    proof = gathered(judgement)
    stated = (
        *front.control(plan, digest, draft=draft, when=when),
        *front.approval(plan, draft=draft),
        *front.quick_card(plan),
        PageBreak(),
        Contents(),
        *coverage.summary(judgement),
        *_parts(judgement, proof.sentences()),
    )
    annex = _annex(judgement, Finder(proof, survey(stated)))
    wanted = _paged(annex)
    return Document(
        _metadata(plan, digest, draft=draft, when=when),
        front.cover(plan, draft=draft, when=when),
        (*(pruned(block, wanted) for block in stated), *annex),
        WATERMARK if draft else "",
        (_data(plan),),
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


def _parts(judgement: Judgement, sought: Mapping[str, tuple[str, ...]]) -> tuple[Block, ...]:
    plan = judgement.plan
    anchors = _anchors(plan)
    prose = ProseComposer(plan, _asker(judgement), anchors.__contains__)
    blocks: list[Block] = []
    for group, keys in SECTION_GROUPS.items():
        sections = [section for section in plan.sections.values() if section.id in keys]
        if sections:
            new_page = group in STARTS_A_PAGE
            blocks.append(Heading(1, PARTS[group], f"part:{group.value}", new_page=new_page))
            for section in sections:
                blocks += _section(judgement, section, prose, sought.get(section.id, ()))
    return tuple(blocks)


def _section(
    judgement: Judgement, section: Section, prose: ProseComposer, sought: tuple[str, ...]
) -> list[Block]:
    plan = judgement.plan
    anchor = section_place(section.id)
    blocks: list[Block] = [Heading(2, section.title, anchor)]
    if section.not_applicable.strip():
        reason = Paragraph(plain(section.not_applicable))
        return [*blocks, Callout("Not applicable", (reason,), Tone.NEUTRAL)]
    stated = [*prose.blocks(section.prose, anchor, section.title, sought)]
    for present in PRESENTED.get(section.id, ()):
        stated += present(plan)
    if section.id == "forms_templates":
        stated += forms.messages(plan, prose)
    if section.id == "maintenance_review":
        stated += evidence.evidence(plan, _short_names(judgement))
    return [*blocks, *(stated or [NOTHING_STATED])]


def _short_names(judgement: Judgement) -> dict[str, str]:
    """The names of the frameworks up to their subtitles, by id."""
    return {framework.id: coverage.short_name(framework) for framework in judgement.frameworks}


def _annex(judgement: Judgement, finder: Finder) -> tuple[Block, ...]:
    return (
        Heading(1, "Evidence", "part:evidence", new_page=True),
        *open_points.open_points(judgement),
        *open_points.accepted(judgement),
        *traceability(judgement, finder),
    )


def _anchors(plan: Plan) -> frozenset[str]:
    """The places of the document that prose can refer to."""
    drawn = {node.tree for node in plan.tree_nodes.values()}
    return frozenset(
        (
            *(f"section:{key}" for key in plan.sections if key in SECTION_KEYS),
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
