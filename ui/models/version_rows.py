"""The rows of versions, of what was done with one, and of the files kept of it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.plan.acts import Act, KeptFile
from app.domain.plan.governance import Version
from app.domain.plan.plan import Plan
from app.services.approving.overview import DRAFT, Declared, Listed
from app.services.signing import CertificateFacts
from ui.bridge.words import day
from ui.models.cells import Cell, CellRow
from ui.models.version_words import (
    deed_text,
    level_text,
    moment_text,
    stage_picture,
    stage_text,
    stage_tone,
    weight_text,
)
from ui.widgets.chips import Tone

KILO = 1024
_TONES = {Tone.SUCCESS: "success", Tone.WARNING: "warning", Tone.DANGER: "danger"}
Certificates = Mapping[str, CertificateFacts]
"""What was read of certificates, by their fingerprints."""


def version_headings() -> tuple[str, ...]:
    """The columns of the list of versions."""
    return (_tr("Version"), _tr("State"), _tr("What changed"), _tr("Approved by"))


def version_rows(
    plan: Plan, listed: Sequence[Listed], certificates: Certificates
) -> tuple[CellRow, ...]:
    """A row for every version that bears a number, the newest first."""
    stated = {version.number: version for version in plan.versions.values()}
    return tuple(
        _version_row(one, stated.get(one.version), plan, certificates)
        for one in reversed(listed)
        if one.version not in ("", DRAFT)
    )


def _version_row(
    one: Listed, stated: Version | None, plan: Plan, certificates: Certificates
) -> CellRow:
    tone = stage_tone(one.stage)
    state = Cell(
        stage_text(one.stage),
        _since(one),
        stage_picture(one.stage),
        _TONES.get(tone, "accent_text" if tone is Tone.ACCENT else "text2"),
    )
    number = Cell(one.version, _issued_on(one, stated), strong=True)
    return CellRow(
        one.version,
        (number, state, _change(one, stated, plan), _approved(one, stated, certificates)),
    )


def _issued_on(one: Listed, stated: Version | None) -> str:
    when = stated.issued_on if stated is not None else None
    if one.issue is not None:
        when = one.issue.act.at.date()
    return "" if when is None else day(when)


def _since(one: Listed) -> str:
    if one.stage is None:
        return _tr("no approval is recorded")
    if one.issue is not None and one.issue.withdrawn is None and one.issue.superseded_by:
        return _tr("by version {0}").format(one.issue.superseded_by)
    return "" if one.at is None else _tr("since {0}").format(day(one.at))


def _change(one: Listed, stated: Version | None, plan: Plan) -> Cell:
    if one.issue is not None:
        made = one.issue.act
        return Cell(made.reason, weight_text(material=made.material))
    if stated is not None:
        return Cell(stated.summary, weight_text(material=stated.material))
    acts = [act for act in plan.acts.values() if act.version == one.version and act.route]
    if not acts:
        return Cell("")
    return Cell(acts[-1].reason, weight_text(material=acts[-1].material))


def _approved(one: Listed, stated: Version | None, certificates: Certificates) -> Cell:
    if one.issue is None:
        names = ", ".join(stated.approvers) if stated is not None and one.stage is None else ""
        return Cell(names or "\u2013", _tr("as the plan states") if names else "")
    given = one.issue.approvals or (one.issue.act,)
    broken = {item.act.id for item in one.declared if item.holds is False}
    levels = dict.fromkeys(_level(act, certificates) for act in given)
    below = "; ".join(levels)
    if any(act.id in broken for act in given):
        words = _tr("a signature does not hold")
        return Cell(_names(given), f"{words}; {below}", "triangle-alert", "danger")
    return Cell(_names(given), below)


def _names(acts: Iterable[Act]) -> str:
    return ", ".join(act.by for act in acts)


def _level(act: Act, certificates: Certificates) -> str:
    fingerprint = act.signed.fingerprint if act.signed is not None else ""
    return level_text(act.signed, certificates.get(fingerprint))


def act_headings() -> tuple[str, ...]:
    """The columns of what was done with a version."""
    return (_tr("When"), _tr("What"), _tr("Who"), _tr("How it is known"))


def act_rows(declared: Sequence[Declared], certificates: Certificates) -> tuple[CellRow, ...]:
    """A row for every act, in order."""
    return tuple(_act_row(one, certificates) for one in declared)


def _act_row(one: Declared, certificates: Certificates) -> CellRow:
    act = one.act
    reasons = (act.reason, _overruled(act))
    what = Cell(deed_text(act.deed), " ".join(filter(None, reasons)), strong=True)
    sure = Cell(_level(act, certificates), _proof(one))
    if one.holds is False:
        words = _tr("The signature does not hold")
        sure = Cell(
            words, f"{_level(act, certificates)}. {_proof(one)}", "triangle-alert", "danger"
        )
    elif one.notes:
        sure = Cell(_level(act, certificates), _proof(one), "triangle-alert", "warning")
    elif one.holds:
        sure = Cell(_level(act, certificates), _proof(one), "circle-check", "success")
    cells = (Cell(moment_text(act.at)), what, Cell(act.by, act.role), sure)
    return CellRow(act.id, cells)


def _overruled(act: Act) -> str:
    if not act.overruled:
        return ""
    return _tr("Weighed otherwise than proposed: {0}").format(act.overruled)


def _proof(one: Declared) -> str:
    """The fingerprint in groups that lines can break between, and what to know about it."""
    fingerprint = one.act.signed.fingerprint if one.act.signed is not None else ""
    shown = fingerprint.replace(":", ":\u200b")
    said = _tr("SHA-256 fingerprint {0}").format(shown) if shown else ""
    return ". ".join(filter(None, (said, *(note.rstrip(".") for note in one.notes))))


def file_headings() -> tuple[str, ...]:
    """The columns of the files kept of a version."""
    return (_tr("File"), _tr("Made"), _tr("SHA-256"))


def file_rows(files: Sequence[KeptFile]) -> tuple[CellRow, ...]:
    """A row for every file kept of a version."""
    return tuple(_file_row(file) for file in files)


def size_text(size: int) -> str:
    """How large a file of `size` bytes is."""
    return f"{size / KILO:,.0f} KB" if size >= KILO else f"{size} B"


def _digest(sha256: str) -> str:
    """In groups that lines can break between."""
    return "\u200b".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))


def _file_row(file: KeptFile) -> CellRow:
    made = Cell(moment_text(file.at), _tr("by {0}").format(file.by))
    name = Cell(file.name, size_text(file.size), "file-lock")
    return CellRow(file.id, (name, made, Cell(_digest(file.id))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)
