"""Quick-fixes: what can be mended without asking, at the press of a button."""

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies import (
    cells,
    duties,
    levels,
    rows,
    steps,
    texts,
    times,
    trees,
)
from app.domain.judgement.remedies.remedy import Mender
from app.domain.judgement.remedies.remedy import Remedy as Remedy

MENDERS: dict[str, Mender] = {
    **cells.MENDERS,
    **duties.MENDERS,
    **levels.MENDERS,
    **rows.MENDERS,
    **steps.MENDERS,
    **texts.MENDERS,
    **times.MENDERS,
    **trees.MENDERS,
}
"""The quick-fix of each code that has one."""


def remedy(context: Context, finding: Finding) -> Remedy | None:
    """The quick-fix of `finding` in the plan of `context`; None when a person must mend it.

    Applied, the finding is gone and nothing that blocks approval has come instead.
    """
    mender = MENDERS.get(finding.code)
    return mender(context, finding) if mender is not None else None
