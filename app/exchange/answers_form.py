"""The empty answers file of a template: every question as a comment over its blank."""

import json
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import assert_never

from app.domain.interview.conditions import Answers, holds, questions_in
from app.domain.interview.questions import AnswerKind, Question
from app.domain.interview.template import PlanTemplate
from app.domain.plan.durations import Duration
from app.domain.plan.sections import AnswerValue

_BLANKS = {
    AnswerKind.TEXT: '""',
    AnswerKind.LONG_TEXT: '"""\n"""',
    AnswerKind.CHOICE: '""',
    AnswerKind.CHOICES: "[]",
    AnswerKind.YES_NO: "true",
    AnswerKind.NUMBER: "0",
    AnswerKind.DURATION: '"4 hours"',
    AnswerKind.DATE: "2026-11-30",
    AnswerKind.LIST: '["", ""]',
}

_EXTENDS = (
    "",
    "# Kinds of records of which the template's own stay beside yours, for instance:",
    '# extends = ["terms", "metrics"]',
)

_UNKNOWN = """
# ---------------------------------------------------------------------------------------------
# What nobody can answer yet becomes an action of the person you name.
# ---------------------------------------------------------------------------------------------

# [unknown]
# ransom.position = "Anna Keller"
# insider.contact = { owner = "Jonas Lind", due = 2026-12-18 }
"""

_RECORDS = '''
# ---------------------------------------------------------------------------------------------
# People, roles and other records. A kind you state replaces the template's own proposals, unless
# you list it in "extends" at the top of the file: then your rows join them, and a row with the id
# of a proposal replaces that one alone.
# Remove the leading "# " of what you fill in; repeat a block for each record.
# ---------------------------------------------------------------------------------------------

# [[people]]
# id = "anna-keller"                 # how other records refer to this person
# name = "Anna Keller"
# title = "Chief information security officer"
# channels = [
#   { kind = "mobile", address = "+44 20 7946 0100", out_of_band = true },
#   { kind = "email", address = "anna@example.org" },
# ]
# verified_on = 2026-11-01

# [[parties]]                         # regulator, csirt, police, insurer, retainer, counsel, pr,
# name = "Example Insurance"          # supplier, customer or other
# kind = "insurer"

# [[roles]]
# id = "incident-lead"
# name = "Incident lead"
# holder = "anna-keller"
# deputies = []
# duties = ["Leads the response and declares and closes incidents."]
# authority = ["Disconnect any system."]
# granted_by = "Board resolution"

# [[severities]]
# id = "s1"
# name = "S1 Critical"
# rank = 1
# meaning = "..."
# respond_in_hours = "15 minutes"
# respond_out_of_hours = "30 minutes"
# informed = ["incident-lead"]

# [[obligations]]
# name = "Contractual notice to customers"
# recipient = "Affected customers"
# trigger = "..."
# steps = [{ name = "First notice", within = "24 hours", clock_start = "discovery" }]
# exceptions = "Not for incidents at sites we do not run for them."

# What people vouch for: the id names framework and requirement.
# [[attestations]]
# id = "nist-csf-2-0/GV.RR-03"
# by = "Anna Keller"
# note = "Compared the budget and the rota of the team with the work of last year."
# on = 2026-11-01

# [[evidence]]
# what = "Minutes of the management review of September"
# where = "Policy library, folder Management review"
# on = 2026-09-24
# owner = "Anna Keller"
# requirements = ["nist-csf-2-0/GV.OV", "iso-iec-27001-2022/9.3.3"]

# [[exclusions]]
# id = "iso-iec-27001-2022/A.5.23"
# reason = "No cloud service is used."
# by = "Anna Keller"
# on = 2026-11-01

# [[exercises]]
# name = "Ransomware table-top"
# on = 2027-03-10
# state = "planned"

# [[versions]]
# number = "1.0"
# issued_on = 2026-11-01
# summary = "First issue."
# author = "Anna Keller"
# approvers = ["Jonas Lind"]

# Words of your own for a section: text replaces the default text, add follows it.
# [sections.special_scenarios]
# add = """
# """
'''


def answers_form(template: PlanTemplate, given: Answers = MappingProxyType({})) -> str:
    """A TOML file that `read_answers` reads as it stands.

    What is `given` stands there as answered; questions that are not asked next to it are left
    out, and every other answer is still open, with what the library proposes in its place.
    """
    lines = [
        f"# Answers for the template {template.id}: {template.name}",
        "# Remove the leading # of a line to answer it. What you leave out stays open in the plan",
        "# and is reported by `irplan check`.",
        "",
        f'template = "{template.id}"',
        f'language = "{template.language}"',
        *_EXTENDS,
        "",
        "[answers]",
    ]
    asked = [item for item in template.questions.values() if _asked(item, given)]
    for topic in template.topics:
        of_topic = [item for item in asked if item.topic == topic.id]
        lines += _group(topic.title, of_topic, template, given)
    for section in template.sections:
        others = [item for item in asked if item.section == section.key and not item.topic]
        lines += _group(section.title, others, template, given)
    return "\n".join(lines) + "\n" + _UNKNOWN + _RECORDS


def _asked(question: Question, given: Answers) -> bool:
    """Whether it is asked, as far as what is given can tell."""
    looked_at = questions_in(question.when)
    return not looked_at <= given.keys() or holds(question.when, given)


def _group(
    title: str, questions: list[Question], template: PlanTemplate, given: Answers
) -> Iterator[str]:
    if questions:
        yield from ("", f"# ----- {title} -----")
    for question in questions:
        name = str(question.id)
        yield ""
        yield from _comment(question)
        if name in given:
            yield f"{name} = {_spelled(given[name])}"
            continue
        proposed = template.proposed(name, given)
        blank = _BLANKS[question.kind] if proposed is None else _spelled(proposed)
        mark = "" if proposed is None else "  # proposed"
        yield from (f"# {line}" for line in f"{name} = {blank}{mark}".splitlines())


def _spelled(value: AnswerValue) -> str:
    """An answer as TOML spells it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(map(_spelled, value))}]"
        case str() | Duration():
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
        case _:
            assert_never(value)


def _comment(question: Question) -> Iterator[str]:
    needed = " (an auditor expects this)" if question.required else ""
    parts = (
        f"{question.text}{needed}",
        f"Why we ask: {question.why}" if question.why else "",
        f"Example: {question.example}" if question.example else "",
    )
    for part in parts:
        yield from (f"# {line}" for line in part.splitlines() if line)
    for option in question.options:
        yield f"#   {option.value}: {option.label}"
