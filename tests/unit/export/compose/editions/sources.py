"""Small plans on their way into an edition."""

from app.domain.document.audience import Audience
from app.domain.plan.plan import Plan, Record
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer, AnswerValue
from app.export.compose.editions.room import Room, Trimmer
from app.export.compose.editions.source import Source
from app.export.compose.occasion import Occasion
from tests.builders import NOON, plan_with, rid
from tests.labels import ENGLISH
from tests.unit.export.compose.judged import judged

PROFILE = Profile(legal_name="Harbour Water Limited", short_name="Harbour", document_id="HW-IRP")
WIDE = Room(50, 1_000)


def answer(key: str, value: AnswerValue) -> Answer:
    return Answer(rid(key), rid(key.partition(".")[0]), value)


def source_of(
    *records: Record,
    audience: Audience = Audience.BOARD,
    draft: bool = False,
    plan: Plan | None = None,
) -> Source:
    made = plan if plan is not None else plan_with(*records, profile=PROFILE)
    return Source(judged(made), ENGLISH, Occasion(draft, NOON, audience=audience))


def trimmer(source: Source, room: Room = WIDE) -> Trimmer:
    return Trimmer(source.scribe, room)
