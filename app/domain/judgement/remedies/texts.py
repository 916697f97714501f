"""Texts of sections: withdrawn citations, weak duties, sections without any words."""

import re
from dataclasses import replace
from typing import Final

from app.domain.document.prose.mentions import variables
from app.domain.interview.drafting import section_prose
from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.linting.wording import WEAK
from app.domain.judgement.reading import parsed, words_of
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put
from app.domain.plan.plan import Plan
from app.domain.plan.sections import Section
from app.domain.plan.variables import variable_text

_CURRENT: Final = {
    "nist-sp-800-61r2": (
        re.compile(r"(800-61[\s,]*(?:r|rev(?:ision|\.)?\s*))2\b", re.IGNORECASE),
        "NIST SP 800-61 Rev. 3",
        r"\g<1>3",
    ),
    "iso-iec-27001-2013": (
        re.compile(r"(27001\s*:\s*)2013"),
        "ISO/IEC 27001:2022",
        r"\g<1>2022",
    ),
    "nist-csf-1": (
        re.compile(r"\b(CSF\s*(?:v(?:ersion)?\s*)?)1\.[01]\b", re.IGNORECASE),
        "CSF 2.0",
        r"\g<1>2.0",
    ),
}
"""By withdrawn standard: its citation, the edition in force, and how the citation is changed."""

_SHOULD: Final = re.compile(r"\bshould\b")
_CONDITION: Final = re.compile(r"\bShould\b|\bshould (?:it|they|he|she|this|that|there|an?|the)\b")
"""Where `should` means `if`, which no other word of duty can replace."""


def cite_current(context: Context, finding: Finding) -> Remedy | None:
    """Cite the edition in force instead of the one withdrawn."""
    section = context.plan.sections.get(finding.record)
    if section is None or finding.field not in _CURRENT:
        return None
    pattern, name, instead = _CURRENT[finding.field]
    changed = replace(section, prose=pattern.sub(instead, section.prose))
    if pattern.search(words_of(changed.prose)):
        return None
    return _text(context.plan, changed, f"Cite {name} instead")


def oblige(context: Context, finding: Finding) -> Remedy | None:
    """Write `shall` where the text says `should`; other weak words need a person."""
    section = context.plan.sections.get(finding.record)
    if section is None or _CONDITION.search(section.prose):
        return None
    changed = replace(section, prose=_SHOULD.sub("shall", section.prose))
    if changed == section or WEAK.search(words_of(changed.prose)):
        return None
    return _text(context.plan, changed, "Write “shall” instead of “should”")


def draft_text(context: Context, finding: Finding) -> Remedy | None:
    """Put in the template's text, where it waits for no answer."""
    plan = context.plan
    section = plan.sections.get(finding.record)
    known = context.template.by_key.get(finding.record)
    text = section_prose(known, context.answers) if known is not None else ""
    waits = any(variable_text(plan, name) is None for name in variables(parsed(text)))
    if section is None or not text or waits:
        return None
    return _text(plan, replace(section, prose=text), "Put in the text of the template")


def _text(plan: Plan, section: Section, label: str) -> Remedy:
    return Remedy(label, (put(plan, section),))


MENDERS = {
    "text.withdrawn-standard": cite_current,
    "text.weak-duty": oblige,
    "section.empty": draft_text,
}
