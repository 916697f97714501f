"""Where a finding leads."""

from app.domain.judgement.engine import Judgement
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.models.targets import Place, area_of


def places_of_finding(judgement: Judgement, key: str) -> tuple[Place, ...]:
    """Its section and then its record, to be gone to one after the other; empty when unknown."""
    for finding in (*judgement.findings(), *judgement.findings(accepted=True)):
        if finding.key == key:
            area = area_of(finding.kind)
            return (
                Place(Kind.SECTION, RecordId(finding.section)),
                Place(finding.kind, finding.record, finding.field, area),
            )
    return ()
