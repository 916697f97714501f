"""Words that give a plan away: placeholders, weak duties, withdrawn standards."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.reading import words_of
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|lorem ipsum)\b"
    r"|<[A-Za-z][\w .-]{0,60}>|\[(?:insert|your|name)\b[^\]]{0,60}\]",
    re.IGNORECASE,
)
WEAK = re.compile(
    r"\b(?:should|may need to|might|as appropriate|where possible|if feasible|as needed)\b"
    r"|\betc\.",
    re.IGNORECASE,
)
"""Words that nobody can be held to."""

_WITHDRAWN = (
    (
        "nist-sp-800-61r2",
        re.compile(r"800-61[\s,]*(?:r2|rev(?:ision|\.)?\s*2)\b", re.IGNORECASE),
        "NIST SP 800-61 Rev. 2 was withdrawn in April 2025",
        "Cite Rev. 3.",
    ),
    (
        "iso-iec-27001-2013",
        re.compile(r"27001\s*:\s*2013"),
        "ISO/IEC 27001:2013 was replaced by the 2022 edition",
        "Cite ISO/IEC 27001:2022.",
    ),
    (
        "nist-csf-1",
        re.compile(r"\bCSF\s*(?:v(?:ersion)?\s*)?1\.[01]\b", re.IGNORECASE),
        "CSF 1.1 was replaced by CSF 2.0",
        "Cite CSF 2.0.",
    ),
)


def _placeholders(context: Context, section: Section) -> Iterator[Finding]:
    match = _PLACEHOLDER.search(_words(section))
    if match is not None:
        yield _finding(
            "text.placeholder",
            Weight.BLOCKS,
            section,
            f"{section.title} still holds the placeholder {match.group()!r}.",
            "Replace it by what holds for your organisation.",
        )


def _weak_verbs(context: Context, section: Section) -> Iterator[Finding]:
    match = WEAK.search(_words(section))
    if match is not None:
        yield _finding(
            "text.weak-duty",
            Weight.HINT,
            section,
            f"{section.title} says {match.group()!r}, which nobody can be held to.",
            "Say who shall do it, or take it out.",
        )


def _withdrawn(context: Context, section: Section) -> Iterator[Finding]:
    words = _words(section)
    for standard, pattern, why, fix in _WITHDRAWN:
        if pattern.search(words):
            reason = f"{section.title}: {why}."
            found = _finding("text.withdrawn-standard", Weight.WARN, section, reason, fix)
            yield replace(found, field=standard)


def _words(section: Section) -> str:
    return words_of(section.prose) if applies(section) else ""


def _finding(code: str, weight: Weight, section: Section, reason: str, fix: str) -> Finding:
    return Finding(code, weight, Kind.SECTION, section.id, reason, fix, section.id)


RECORD_RULES = (
    RecordRule("text.placeholder", Kind.SECTION, _placeholders),
    RecordRule("text.weak-duty", Kind.SECTION, _weak_verbs),
    RecordRule("text.withdrawn-standard", Kind.SECTION, _withdrawn),
)
