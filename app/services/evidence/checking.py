"""Checking a pack: its sums, its signature, and whether what it says of its parts is so."""

import hashlib
import json
from collections.abc import Iterator, Mapping

from app.domain.lifecycle.matter import matter
from app.domain.plan.codec import NotPlanData, plan_from
from app.services.evidence import names
from app.services.evidence.pack_report import PackReport, pack_verdict
from app.services.evidence.ports import CheckingTools
from app.services.evidence.sums import SumsUnreadable, sums_in
from app.services.evidence.trail import TrailUnreadable, broken_at, computed_hashes
from app.services.text_signatures import TextSignature
from app.services.verifying import VerificationReport

Files = Mapping[str, bytes]
Reports = Mapping[str, VerificationReport]


def check_pack(files: Files, tools: CheckingTools, trusted: tuple[bytes, ...] = ()) -> PackReport:
    """What the `files` of a pack are worth, against certificates in PEM or DER form.

    Raises:
        IrplanError: a trusted certificate is not one.
    """
    signature = _signature(files, tools, trusted)
    documents = {
        name: tools.verify(name.removeprefix(names.DOCUMENTS), files[name], trusted)
        for name in sorted(files)
        if name.startswith(names.DOCUMENTS) and name.endswith((".pdf", ".docx"))
    }
    problems = (
        *_summed(files),
        *_signed(files, tools, signature),
        *_documents(files, documents),
        *_declarations(files, tools, trusted),
        *_trail(files, documents),
        *_plan(files, documents),
    )
    verdict = pack_verdict(signature, problems)
    return PackReport(verdict, len(files), signature, tuple(documents.values()), problems)


def _summed(files: Files) -> Iterator[str]:
    try:
        sums = sums_in(files[names.SUMS])
    except KeyError:
        yield f"{names.SUMS} is missing, so that nothing can be compared."
        return
    except SumsUnreadable as error:
        yield f"{names.SUMS} cannot be used: {error}."
        return
    for name in sorted(sums.keys() | files.keys() - names.UNSUMMED):
        if name not in files:
            yield f"{name} is missing."
        elif name not in sums:
            yield f"{name} was added: {names.SUMS} does not list it."
        elif sums[name] != hashlib.sha256(files[name]).hexdigest():
            yield f"{name} was changed: its SHA-256 is another one."


def _signature(
    files: Files, tools: CheckingTools, trusted: tuple[bytes, ...]
) -> TextSignature | None:
    if names.SUMS_SIGNATURE not in files:
        return None
    signature = files[names.SUMS_SIGNATURE]
    return tools.verify_text(files.get(names.SUMS, b""), signature, tools.at, trusted)


def _signed(files: Files, tools: CheckingTools, found: TextSignature | None) -> Iterator[str]:
    stated = files.get(names.SUMS_CERTIFICATE)
    if found is None:
        if stated is not None:
            yield f"{names.SUMS_SIGNATURE} was removed: {names.SUMS_CERTIFICATE} is still there."
        return
    if not found.intact:
        yield f"The signature over {names.SUMS} does not fit it."
    yield from found.problems
    own = tools.certificates(files[names.SUMS_SIGNATURE])
    if stated is not None and stated not in {one.pem for one in own}:
        yield f"{names.SUMS_CERTIFICATE} is not the certificate that signed."


def _documents(files: Files, found: Reports) -> Iterator[str]:
    if not found:
        yield "There is no document in it."
    for name, report in found.items():
        if not _holds(report.verdict.value):
            yield f"{name}: {' '.join(_why(report))}"
        told = f"{names.VERIFICATION}{name.removeprefix(names.DOCUMENTS)}.json"
        if told not in files:
            yield f"{told} is missing."
        elif _told(files[told]) != (report.sha256, _kind(report.verdict.value)):
            yield f"{told} says something else than verifying the document does."


def _why(report: VerificationReport) -> Iterator[str]:
    yield "It does not verify."
    yield from report.problems
    for signature in report.signatures:
        yield from signature.problems


def _holds(verdict: str) -> bool:
    return _kind(verdict) in {"valid", "unsigned"}


def _kind(verdict: str) -> str:
    """The verdict but for what depends on the certificates supplied and the roles required."""
    return verdict.partition("-")[0]


def _told(report: bytes) -> tuple[object, str] | None:
    """The hash and the kind of verdict that a report inside names; None when it is none."""
    try:
        data = json.loads(report)
        return data["sha256"], _kind(data["verdict"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _declarations(files: Files, tools: CheckingTools, trusted: tuple[bytes, ...]) -> Iterator[str]:
    for name in sorted(files):
        if not (name.startswith(names.DECLARATIONS) and name.endswith(".p7s")):
            continue
        text = files.get(f"{name.removesuffix('.p7s')}.json")
        if text is None:
            yield f"{name}: the text that it signs is missing."
        elif not tools.verify_text(text, files[name], tools.at, trusted).holds:
            yield f"{name}: the signature does not hold."


def _trail(files: Files, documents: Reports) -> Iterator[str]:
    try:
        broken = broken_at(files[names.TRAIL])
        hashes = computed_hashes(files[names.TRAIL])
    except KeyError:
        yield f"{names.TRAIL} is missing."
        return
    except TrailUnreadable as error:
        yield f"{names.TRAIL} cannot be used: {error}."
        return
    if broken is not None:
        yield f"{names.TRAIL}: revision {broken} was altered, or does not follow the one before."
    for name, report in documents.items():
        head = report.carried.head
        if head is not None and hashes.get(head.number) != head.hash:
            yield f"{name} was exported at another revision {head.number} than {names.TRAIL} tells."


def _plan(files: Files, documents: Reports) -> Iterator[str]:
    """The data is that of the documents, and the content that was approved."""
    data = files.get(names.PLAN_DATA)
    if data is None:
        yield f"{names.PLAN_DATA} is missing."
        return
    yield from _exchanged(data, documents)
    try:
        plan = plan_from(json.loads(data))
    except (NotPlanData, ValueError, RecursionError):
        yield f"{names.PLAN_DATA} is not the data of a plan that this version of irplan knows."
        return
    if names.APPROVAL in files and _approved(files[names.APPROVAL]) != matter(plan):
        yield f"{names.APPROVAL} speaks of another content than that of {names.PLAN_DATA}."


def _exchanged(data: bytes, documents: Reports) -> Iterator[str]:
    digest = hashlib.sha256(data).hexdigest()
    for name, report in documents.items():
        carried = report.carried
        if carried.content_hash not in ("", digest) or carried.data not in (None, data):
            yield f"{name} is of another content than {names.PLAN_DATA}."


def _approved(approval: bytes) -> object:
    try:
        return json.loads(approval)["content"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
