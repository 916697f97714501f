"""A report on a file in the words, icons and colours of the window."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.services.proving.comparison import Comparison, Match
from app.services.proving.light import Light
from app.services.proving.signatures import SignatureReport
from app.services.proving.slots import Slot
from app.services.proving.stamps import DocumentStamp, TimeStampReport
from app.services.verifying import FileKind, VerificationReport
from ui.widgets.chips import Tone

Fact = tuple[str, str]
"""A label and what it says."""

KILO: Final = 1024


@dataclass(frozen=True, slots=True)
class Look:
    """How something is shown: an icon, its colour, and the word that says the same."""

    picture: str
    tone: Tone
    word: str


def light_look(light: Light) -> Look:
    """How the light over the whole report is shown."""
    match light:
        case Light.GREEN:
            return Look("circle-check", Tone.SUCCESS, _tr("Rely on it"))
        case Light.AMBER:
            return Look("triangle-alert", Tone.WARNING, _tr("Something is left to find out"))
        case Light.RED:
            return Look("circle-x", Tone.DANGER, _tr("Do not rely on it"))


def holds_look(*, holds: bool) -> Look:
    """How a signature, a stamp or a slot is shown."""
    if holds:
        return Look("circle-check", Tone.SUCCESS, _tr("Holds"))
    return Look("circle-x", Tone.DANGER, _tr("Does not hold"))


def slot_look(slot: Slot) -> Look:
    """How a prepared field is shown."""
    if slot.signed:
        return holds_look(holds=slot.holds)
    if slot.required:
        return Look("triangle-alert", Tone.WARNING, _tr("Not signed yet"))
    return Look("circle-minus", Tone.NEUTRAL, _tr("Not signed"))


def file_facts(report: VerificationReport) -> list[Fact]:
    """What the file is, apart from who signed it."""
    kinds = {FileKind.PDF: _tr("PDF"), FileKind.DOCX: _tr("Word document")}
    kind = kinds.get(report.kind, _tr("Neither PDF nor Word"))
    facts = [
        (_tr("Kind"), f"{kind}, {_size(report.size)}"),
        (_tr("SHA-256"), report.sha256),
    ]
    if report.unsigned_size is not None:
        first = _tr("first {0} bytes: {1}").format(report.unsigned_size, report.unsigned_sha256)
        facts.append((_tr("Before signing"), first))
    if report.carried.content_hash:
        facts.append((_tr("Content stated"), report.carried.content_hash))
    if report.signatures or report.document_stamps:
        whole = _tr("every byte") if report.kind is FileKind.PDF else _tr("every part")
        part = _tr("only part of the file")
        facts.append((_tr("Covered"), whole if report.whole_file else part))
    return facts


def signature_facts(signature: SignatureReport) -> list[Fact]:
    """Who signed what, when by whose clock, with which certificate."""
    facts = signature.certificate
    rows = [
        (_tr("Meaning"), signature.meaning),
        (_tr("Role claimed"), signature.role),
        (_tr("Place claimed"), signature.location),
        (_tr("Signed at"), f"{moment(signature.signed_at)} ({signature.time_source})"),
        (_tr("Time stamp"), stamp_text(signature.time_stamp)),
        (_tr("Level"), _level(signature)),
        (_tr("Covers"), signature.coverage.value),
        (_tr("Changes after"), signature.changes_after or _tr("none")),
    ]
    if facts is not None:
        until = _tr("{0} to {1}").format(moment(facts.valid_from), moment(facts.valid_until))
        rows += [
            (_tr("Organisation"), facts.organisation),
            (_tr("Issued by"), facts.issuer),
            (_tr("Certificate valid"), until),
            (_tr("Fingerprint"), facts.fingerprint),
        ]
    return [(label, value) for label, value in rows if value]


def signature_problems(signature: SignatureReport) -> tuple[str, ...]:
    """What speaks against a signature or its time stamp."""
    stamp = signature.time_stamp
    return (*signature.problems, *(() if stamp is None else stamp.problems))


def stamp_facts(stamp: DocumentStamp) -> list[Fact]:
    """What a time stamp over a whole document says."""
    return [
        (_tr("Time"), stamp_text(stamp.stamp)),
        (_tr("Covers"), stamp.coverage.value),
        (_tr("Changes after"), stamp.changes_after or _tr("none")),
    ]


def stamp_text(stamp: TimeStampReport | None) -> str:
    """When, by whose clock, and who vouches for that clock."""
    return _tr("none: nobody else vouches for the time") if stamp is None else stamp.text


def comparison_look(comparison: Comparison) -> Look:
    """How the comparison with a plan is shown."""
    if comparison.speaks_against:
        return Look("circle-x", Tone.DANGER, _tr("Contradicts the plan"))
    if comparison.agrees:
        return Look("circle-check", Tone.SUCCESS, _tr("Is the plan"))
    if comparison.match is Match.UNKNOWN:
        return Look("circle-help", Tone.NEUTRAL, _tr("Cannot be compared"))
    return Look("triangle-alert", Tone.WARNING, _tr("Differs"))


def comparison_rows(comparison: Comparison) -> list[Fact]:
    """Each record that differs, and how."""
    return [
        (
            " ".join(part for part in (one.kind, one.name) if part),
            " ".join((one.fate, *one.sentences)),
        )
        for one in comparison.records
    ]


def moment(at: datetime | None) -> str:
    """A moment with its zone."""
    return _tr("not stated") if at is None else f"{at:%Y-%m-%d %H:%M:%S} UTC"


def _level(signature: SignatureReport) -> str:
    found = "" if signature.profile is None else f"{signature.profile.text}; "
    return f"{found}{signature.level}"


def _size(size: int) -> str:
    return f"{size / KILO:,.0f} KB" if size >= KILO else f"{size} B"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Verify", text)
