"""A plan of thirty plausible lines of prose, and nothing behind them."""

from app.domain.interview.drafting import AnswerSheet, SectionWords, draft
from app.domain.plan.plan import Plan
from app.exchange.answers import STATED_KINDS
from tests.builders import rid
from tests.integration.scenarios import TEMPLATE

LINES = {
    "purpose": (
        "This plan helps us to respond to security incidents quickly and to limit the damage.",
    ),
    "scope": (
        "The plan applies to all employees, contractors, systems and data of the company.",
        "It covers events, incidents and breaches of every kind.",
    ),
    "policy_statement": (
        "Management is committed to incident response and provides the necessary resources.",
        "Everybody must comply with this policy.",
    ),
    "mission_strategy": (
        "Our strategy is to prepare, detect, respond and recover, and to learn from each incident.",
    ),
    "definitions": (
        "A reportable incident harms the confidentiality, integrity or availability of data.",
    ),
    "legal_register": ("We obey all laws and regulations on data protection and security.",),
    "roles": (
        "The incident response team consists of IT, legal, communications and management.",
        "The CISO leads the team and reports to the board.",
    ),
    "authority": ("The team has the authority to take systems offline when necessary.",),
    "contacts": ("A list of contacts is kept by the IT department.",),
    "logging_monitoring": ("Logs are collected centrally and protected against change.",),
    "detection_reporting": ("Employees must report suspicious activity to the help desk at once.",),
    "triage_assessment": ("Every report is validated, and its scope and impact are assessed.",),
    "classification": ("Incidents are rated low, medium, high or critical by their impact.",),
    "escalation": ("Serious incidents are escalated to senior management.",),
    "containment": ("Affected systems are isolated from the network, and evidence is kept.",),
    "eradication": ("Malware is removed, the way in is closed and passwords are changed.",),
    "recovery": ("Systems are restored from clean backups and watched afterwards.",),
    "evidence": ("Evidence is collected with a chain of custody and kept safe.",),
    "communications": ("Only the press office speaks to the media.",),
    "notification": (
        "Authorities and customers are notified within 72 hours where the law requires it.",
    ),
    "post_incident": (
        "After each incident the team holds a lessons-learned meeting and improves the plan.",
    ),
    "metrics": ("We measure the number of incidents and report it to management.",),
    "training": ("Staff are trained in incident response every year.",),
    "exercises": ("The plan is tested with a tabletop exercise once a year.",),
    "maintenance_review": (
        "The plan is reviewed and updated every year and after major incidents and exercises.",
    ),
    "approval": ("The plan is approved by the chief executive.",),
    "distribution_protection": ("The plan is protected from disclosure without authority.",),
}
"""What each section says; the others say nothing."""


def weak_plan() -> Plan:
    """Prose alone: no answer, no record of any table."""
    words = {
        section.key: SectionWords(text="\n\n".join(LINES.get(section.key, ())))
        for section in TEMPLATE.sections
    }
    sheet = AnswerSheet(sections=words, empty=frozenset(STATED_KINDS))
    return draft(TEMPLATE, sheet, rid("weak"))
