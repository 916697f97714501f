"""The text that explains every file of a pack, and how to check it with public tools."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from textwrap import fill
from typing import Final

from app.services.evidence import names
from app.services.evidence.contents import explained
from app.services.signing import CertificateFacts
from app.services.verifying import utc_text

WIDTH: Final = 78


@dataclass(frozen=True, slots=True)
class Label:
    """What a pack is about; `state` says what its documents are, `when` is UTC.

    `signer` is whose signature the sums bear, None where nobody signs.
    """

    title: str
    document_id: str
    organisation: str
    version: str
    state: str
    sharing_label: str
    plan_id: str
    content: str
    when: datetime
    by: str
    program: str
    signer: CertificateFacts | None = None
    remarks: tuple[str, ...] = ()


def readme(label: Label, files: Iterable[str]) -> bytes:
    """The explanation of a pack with `files`, in plain text."""
    present = frozenset(files)
    parts = (
        _heading("EVIDENCE PACK"),
        *_about(label),
        *_remarks(label),
        _heading("WHAT IS INSIDE"),
        *_contents(label, present),
        _heading("HOW TO CHECK IT"),
        *_checks(label, present),
        _heading("WHAT THIS DOES NOT SHOW"),
        *(_wrapped(limit) for limit in _limits(label)),
    )
    return ("\n".join(parts).strip("\n") + "\n").encode()


def _about(label: Label) -> Iterator[str]:
    rows = (
        ("Document", label.title),
        ("Number", label.document_id),
        ("Organisation", label.organisation),
        ("Version", label.version),
        ("State", label.state),
        ("Sharing", label.sharing_label),
        ("Plan id", label.plan_id),
        ("Content SHA-256", label.content),
        ("Made", f"{utc_text(label.when)} by {label.by}, with {label.program}"),
    )
    yield from (f"{f'{name}:':<17}{_line(value)}" for name, value in rows if value.strip())
    yield ""
    yield _wrapped(
        "The pack holds the whole plan, with the names, telephone numbers and addresses in it, "
        "and everything that was ever changed in it: keep it as confidential as the plan."
    )


def _remarks(label: Label) -> Iterator[str]:
    if label.remarks:
        yield _heading("TO BE NOTED")
        yield from (_wrapped(f"* {_line(remark)}", indent="  ") for remark in label.remarks)


def _contents(label: Label, present: frozenset[str]) -> Iterator[str]:
    for name, told in explained(present, signed=label.signer is not None):
        yield name
        yield _wrapped(told, indent="    ", first="    ")


def _checks(label: Label, present: frozenset[str]) -> Iterator[str]:
    yield _wrapped("Unpack the archive, open a terminal in its folder, and:")
    yield from _step("Every file is as it was:", f"sha256sum -c {names.SUMS}")
    yield _told("On Windows, Get-FileHash in PowerShell shows the sum of one file.")
    if label.signer is None:
        yield _told("Nobody signed the sums: whoever could change a file could change its sum.")
    else:
        yield from _signature_check(label.signer)
    yield from _step(
        "The data is that of the documents: compare this with the content SHA-256 they print:",
        f"sha256sum {names.PLAN_DATA}",
    )
    pdf = min((one for one in present if one.endswith(".pdf")), default="")
    if pdf:
        yield from _step(
            "Signatures in the PDF itself, if it bears any, also show in Acrobat, and with:",
            f"pdfsig {pdf}",
        )
    declaration = min((one for one in present if _is_signature(one)), default="")
    if declaration:
        yield from _step(
            "A declaration is as it was signed (the same for each):",
            _cms(declaration, f"{declaration.removesuffix('.p7s')}.json"),
        )
        yield _told("Whose it is, the certificate says (-signer FILE writes it).")
    yield from _step("All of it at once, with the program:", "irplan evidence verify THIS.zip")


def _signature_check(signer: CertificateFacts) -> Iterator[str]:
    yield from _step(
        "The sums are as they were signed:",
        _cms(names.SUMS_SIGNATURE, names.SUMS, "-signer who.pem"),
    )
    yield from _step(
        "It was the certificate below that signed: compare the fingerprint with the one its owner "
        "tells you by telephone, or on the fingerprint sheet:",
        "openssl x509 -in who.pem -noout -subject -fingerprint -sha256",
    )
    yield f"\n    {_line(signer.name)}"
    yield f"    {signer.fingerprint}"


def _cms(signature: str, content: str, *more: str) -> str:
    end = " ".join(("-noverify", *more, "-out /dev/null"))
    return (
        f"openssl cms -verify -binary -inform DER \\\n      -in {signature} \\\n"
        f"      -content {content} \\\n      {end}"
    )


def _is_signature(name: str) -> bool:
    return name.startswith(names.DECLARATIONS) and name.endswith(".p7s")


def _limits(label: Label) -> Iterator[str]:
    yield (
        "* Times are those of the computers that the plan was worked on, unless a verification "
        "report names a time-stamp authority."
    )
    yield (
        "* Whether a certificate belongs to the person it names is for you to find out; none was "
        "looked up in a list of revoked or trusted ones."
    )
    yield (
        "* Whoever can write to the plan file could have written the whole history anew. A head "
        "kept elsewhere tells: a document exported earlier, or an earlier pack."
    )
    yield (
        "* The verdicts on requirements are the program's reading of the plan. They are no "
        "certification, and a plan that answers everything may still not be lived."
    )
    if label.signer is not None and label.signer.self_signed:
        yield (
            "* The certificate that signed the sums is self-signed: only the comparison of its "
            "fingerprint ties it to its owner."
        )


def _heading(text: str) -> str:
    return f"\n{text}\n{'=' * len(text)}"


def _step(told: str, command: str) -> Iterator[str]:
    yield f"{_told(told)}\n\n    {command}"


def _told(text: str) -> str:
    return f"\n{_wrapped(text)}"


def _wrapped(text: str, indent: str = "", first: str = "") -> str:
    if text.startswith("* "):
        indent = "  "
    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _line(text: str) -> str:
    """Text from the plan cannot start a line of its own."""
    plain = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in plain)
