"""The linter: small rules over the plan, each with a stable code."""

from app.domain.judgement.linting import (
    answer_times,
    answers,
    classification,
    contacts,
    duty_times,
    governance,
    learning,
    levels,
    notices,
    obligations,
    parties,
    playbook_branches,
    playbook_times,
    playbooks,
    programme,
    promises,
    raci,
    reachability,
    references,
    regimes,
    roles,
    severity_times,
    tree_times,
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
    *playbook_branches.RECORD_RULES,
    *obligations.RECORD_RULES,
    *programme.RECORD_RULES,
    *governance.RECORD_RULES,
    *severity_times.RECORD_RULES,
    *answer_times.RECORD_RULES,
    *duty_times.RECORD_RULES,
    *playbook_times.RECORD_RULES,
    *tree_times.RECORD_RULES,
    *reachability.RECORD_RULES,
    *levels.RECORD_RULES,
    *notices.RECORD_RULES,
    *regimes.RECORD_RULES,
    *parties.RECORD_RULES,
    *promises.RECORD_RULES,
    *learning.RECORD_RULES,
)
"""Rules that judge one record at a time."""

COUNT_RULES = (
    *contacts.COUNT_RULES,
    *obligations.COUNT_RULES,
    *programme.COUNT_RULES,
    *levels.COUNT_RULES,
    *regimes.COUNT_RULES,
    *learning.COUNT_RULES,
)
"""Rules that judge how many records share a fact."""

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
