"""What each file of a pack is, in plain words."""

from collections.abc import Iterator
from typing import Final

from app.services.evidence import names


def explained(present: frozenset[str], *, signed: bool) -> Iterator[tuple[str, str]]:
    """The names of what is there and what it is, kind by kind; `*` stands for any name.

    `present` are the names so far: what sums and signs them is still to come.
    """
    for name, told in _EXPLAINED.items():
        found = sorted(one for one in present if one == name or _is_below(one, name))
        if found or (name in _SIGNING and signed) or name in _ALWAYS:
            yield name, told


def _is_below(name: str, pattern: str) -> bool:
    """Whether `name` is one of those that `folder/*.ending` stands for."""
    folder, star, ending = pattern.partition("*")
    within = name.removeprefix(folder)
    return bool(star) and name.startswith(folder) and name.endswith(ending) and "/" not in within


_ALWAYS: Final = frozenset({names.README, names.SUMS})
_SIGNING: Final = frozenset({names.SUMS_SIGNATURE, names.SUMS_CERTIFICATE})

_EXPLAINED: Final = {
    names.README: "This text.",
    names.SUMS: "The SHA-256 of every file but this one and what signs it.",
    names.SUMS_SIGNATURE: (
        "The signature over SHA256SUMS, apart from it (CMS, RFC 5652, in DER form). Through the "
        "sums it covers every file."
    ),
    names.SUMS_CERTIFICATE: "The certificate of whoever signed SHA256SUMS.",
    f"{names.DOCUMENTS}*.pdf": (
        "The plan as people read it. Its control page prints the content SHA-256; plan.json and "
        "the end of the audit trail are attached to it."
    ),
    f"{names.DOCUMENTS}*.docx": "The same plan as a Word document.",
    names.PLAN_DATA: (
        "The plan as data. The SHA-256 of this file is the content SHA-256 that the documents "
        "print."
    ),
    names.PLAN_SCHEMA: (
        "What that data is made of: a JSON Schema (draft 7) that any JSON Schema validator holds "
        "plan.json against."
    ),
    names.APPROVAL: (
        "Who stands behind the version: each reviewer and approver with the text declared and "
        "the signature. The PDF has it attached too, as it was when the PDF was made."
    ),
    names.COVERAGE: (
        "Every requirement of the frameworks chosen: whether the plan meets it, where it answers "
        "it, who vouches for it, what it was read from and how surely. Titles and texts are the "
        "program's own words, never the standard's."
    ),
    names.FINDINGS: (
        "What the program found wanting in the plan, and what somebody accepted, with the reason."
    ),
    names.VERSIONS: (
        "Every version with its state, content SHA-256, reviewers, approvers and times; reviews "
        "owed after an emergency; the SHA-256 of the files kept."
    ),
    names.ACTS: (
        "Everything done with versions, one row an act: submitted, reviewed, approved, issued, "
        "withdrawn."
    ),
    f"{names.DECLARATIONS}*.json": "The very text that a person declared, act by act.",
    f"{names.DECLARATIONS}*.p7s": (
        "The signature over the text of the same name (CMS in DER form). A declaration without "
        "one was only confirmed in the program."
    ),
    names.REVISIONS: "Every saved change: when, who and what, with the hash that seals it.",
    names.TRAIL: (
        "The same in full. The hash of a revision is the SHA-256 of the JSON array [hash before, "
        "number, request, at, actor, label, changes] in UTF-8 without blanks."
    ),
    names.AUDIT_TEXT: "What came of following that chain and comparing it with the plan.",
    names.AUDIT_DATA: "The same for programs.",
    f"{names.VERIFICATION}*.txt": "What came of verifying the signatures of a document.",
    f"{names.VERIFICATION}*.json": "The same for programs.",
    f"{names.CERTIFICATES}*.crt": (
        "The certificates of everybody who signed a document or a declaration, in PEM form."
    ),
}
"""Every kind of file, in the order in which they are told; `*` stands for any name."""
