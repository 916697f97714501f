"""Which version of a plan a pack is about, and its documents."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.lifecycle.approving.course import Issue, course
from app.domain.lifecycle.approving.editions import Edition, before, departed, edition_of
from app.services.approving.exporting import (
    KeptFileLost,
    Moment,
    VersionNotIssued,
    kept_files,
)
from app.services.evidence.names import document_name
from app.services.evidence.ports import PackingTools
from app.services.exporting import Request
from app.services.file_names import file_stem
from app.services.history import DRAFT, PlanHistory
from app.services.opening import OpenPlan
from app.services.rendering import FileFormat

NOT_KEPT = (
    "The documents of version {version} were made for this pack and are not kept in the plan; "
    "export the version to keep them."
)
"""What is said of documents of a version that was never exported."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A plan as it is evidenced: judged, with its documents by their names in the pack.

    `edition` is the issued version that it is; None for a plan that no act approved, or a draft.
    """

    judgement: Judgement
    documents: dict[str, bytes]
    edition: Edition | None = None
    draft: bool = False
    remark: str = ""
    missing_glyphs: str = ""


def chosen(
    opened: OpenPlan, history: PlanHistory, version: str, tools: PackingTools, when: datetime
) -> Chosen:
    """The `version` of a saved plan: a number, or `draft` for the plan as it is now.

    Blank stands for the version in force, or the plan as it is now where none is.

    Raises:
        VersionNotIssued: no issued version bears the number.
        KeptFileLost: a document of it is gone from the plan file.
        IrplanError: the history cannot be read.
    """
    now = course(opened.plan.acts.values())
    if version == DRAFT or (not version and now.in_force is None):
        return _as_it_is(opened, tools, when, draft=version == DRAFT)
    issue = now.issue(version) if version else now.in_force
    if issue is None:
        raise VersionNotIssued(version, now)
    judgement = tools.judge(history.plan_at(issue.act.revision), issue.act.at.date())
    edition = Edition(issue, before(now, issue))
    known = kept_files(opened.plan, issue)
    if known:
        return Chosen(judgement, _kept(opened, issue), edition)
    moment = Moment(opened.plan, opened.store.head(), opened.store.actor)
    made = tools.versions.render(moment, history, issue.version)
    documents = {document_name(file.name): data for file, data in made}
    return Chosen(judgement, documents, edition, remark=NOT_KEPT.format(version=issue.version))


def _kept(opened: OpenPlan, issue: Issue) -> dict[str, bytes]:
    found = {}
    for file in kept_files(opened.plan, issue):
        data = opened.store.kept(str(file.id))
        if data is None:
            raise KeptFileLost(file)
        found[document_name(file.name)] = data
    return found


def _as_it_is(opened: OpenPlan, tools: PackingTools, when: datetime, *, draft: bool) -> Chosen:
    judgement = opened.judgement
    blocked = any(finding.weight is Weight.BLOCKS for finding in judgement.findings())
    drafted = draft or blocked or departed(opened.plan)
    document = tools.compose(judgement, Request(drafted, when, opened.store.head()))
    pdf = tools.renderers.pdf(document)
    made = {
        FileFormat.PDF: pdf.data,
        FileFormat.DOCX: tools.renderers.docx(document, pdf.page_of),
    }
    stem = file_stem(document if drafted else replace(document, watermark=""))
    return Chosen(
        judgement,
        {document_name(f"{stem}.{kind.value}"): data for kind, data in made.items()},
        None if drafted else edition_of(opened.plan),
        drafted,
        missing_glyphs=pdf.missing_glyphs,
    )
