"""The auditors' copy: all of the plan but how to reach its people."""

from dataclasses import replace
from typing import Final

from app.domain.document.labels import Labels
from app.domain.document.tree import Document
from app.domain.judgement.engine import Judgement
from app.domain.plan.codec import content_hash
from app.domain.plan.plan import Plan
from app.domain.plan.redacting import redacted, redacted_part
from app.export.compose.occasion import Copy, Occasion
from app.export.compose.plan_document import composed
from app.services.changes.since import Since

WORD: Final = "edition.withheld-word"
"""The label of what stands where an address was."""


def auditors_copy(judgement: Judgement, labels: Labels, occasion: Occasion) -> Document:
    """The whole document of a redacted plan, with the hash of the plan it derives from."""
    copied, changed = withheld(judgement, labels, occasion)
    return composed(copied, labels, changed)


def withheld(
    judgement: Judgement, labels: Labels, occasion: Occasion
) -> tuple[Judgement, Occasion]:
    """The plan and the occasion without the addresses of people, nor those of `occasion.since`."""
    plan, since = judgement.plan, occasion.since
    others = () if since is None else (since.plan,)
    made = redacted(plan, labels(WORD), *others)
    changed = replace(
        occasion,
        copy=Copy(content_hash(plan), made),
        since=None if since is None else _since(since, labels, plan),
        edition=occasion.edition and redacted_part(occasion.edition, labels(WORD), plan, *others),
    )
    return judgement.of(made.plan), changed


def _since(since: Since, labels: Labels, plan: Plan) -> Since:
    return replace(since, plan=redacted(since.plan, labels(WORD), plan).plan)
