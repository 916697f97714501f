"""The linter: small rules over the plan, each with a stable code."""

from app.domain.judgement.linting import (
    answers,
    classification,
    contacts,
    governance,
    obligations,
    playbooks,
    programme,
    raci,
    references,
    roles,
    trees,
    wording,
)

RECORD_RULES = (
    *answers.RECORD_RULES,
    *wording.RECORD_RULES,
    *references.RECORD_RULES,
    *contacts.RECORD_RULES,
    *roles.RECORD_RULES,
    *raci.RECORD_RULES,
    *classification.RECORD_RULES,
    *trees.RECORD_RULES,
    *playbooks.RECORD_RULES,
    *obligations.RECORD_RULES,
    *programme.RECORD_RULES,
    *governance.RECORD_RULES,
)
"""Rules that judge one record at a time."""

RULES = (
    *contacts.RULES,
    *roles.RULES,
    *raci.RULES,
    *classification.RULES,
    *trees.RULES,
    *playbooks.RULES,
    *obligations.RULES,
    *programme.RULES,
    *governance.RULES,
)
"""Rules that judge the plan as a whole."""
