"""Who reviewed and approved an issued version, on its control page and as data for auditors."""

import importlib.metadata
from collections.abc import Iterator

from app.domain.document.inline import plain
from app.domain.document.tree import Attachment, Block, Cell, Paragraph, Voice
from app.domain.lifecycle.approving.course import Stage
from app.domain.lifecycle.approving.editions import Edition, declared_acts
from app.domain.lifecycle.chain import Head
from app.domain.plan.acts import Act
from app.domain.plan.codec import canonical
from app.export.compose.scribe import Scribe
from app.services.approving.manifest import MANIFEST_FILE, manifest

SHOWN_PAIRS = 8
"""Pairs of a fingerprint that are printed, as in a visible signature; the manifest has all."""


def approval_record(edition: Edition | None, scribe: Scribe) -> Iterator[Block]:
    """Each declaration about the version; nothing for a plan that no act approved."""
    if edition is None:
        return
    say = scribe.say
    heads = {
        "acts.person": 1.8,
        "acts.meaning": 1.9,
        "acts.when": 1.5,
        "acts.signature": 2.4,
    }
    rows = [_row(act, scribe) for act in declared_acts(edition.issue)]
    yield Paragraph(plain(say("acts.note")), Voice.NOTE)
    yield scribe.table(say("acts.caption"), heads, rows, "table:acts")


def approval_data(
    edition: Edition | None, scribe: Scribe, head: Head | None
) -> Iterator[Attachment]:
    """The signature manifest; nothing for a plan that no act approved."""
    if edition is not None:
        data = canonical(manifest(scribe.plan, edition, head, program()))
        yield Attachment(MANIFEST_FILE, "application/json", data, scribe.say("file.approval"))


def watermark(edition: Edition | None, scribe: Scribe) -> str:
    """What is printed across every page of a version that is not in force any more."""
    stage = None if edition is None else edition.issue.stage
    match stage:
        case Stage.SUPERSEDED:
            return scribe.say("page.watermark-superseded")
        case Stage.WITHDRAWN:
            return scribe.say("page.watermark-withdrawn")
        case _:
            return ""


def program() -> str:
    """This program and its version."""
    try:
        return f"irplan {importlib.metadata.version('irplan')}"
    except importlib.metadata.PackageNotFoundError:
        return "irplan"


def _row(act: Act, scribe: Scribe) -> tuple[Cell, ...]:
    meaning = scribe.say(f"acts.meaning.{act.deed.value}")
    person, said = [act.by, act.role], [meaning, act.reason]
    return (
        scribe.listed(person),
        scribe.listed(said),
        scribe.cell(scribe.moment(act.at)),
        scribe.cell(_signature(act, scribe)),
    )


def _signature(act: Act, scribe: Scribe) -> str:
    signed = act.signed
    if signed is None or not signed.signature:
        return scribe.say("acts.confirmed")
    pairs = signed.fingerprint.split(":")
    shown = ":".join(pairs[:SHOWN_PAIRS]) + "\N{HORIZONTAL ELLIPSIS}" * (len(pairs) > SHOWN_PAIRS)
    key = "acts.returned" if signed.returned else "acts.signed"
    return scribe.say(key, fingerprint=shown)
