"""Relief for limits that fall on a day off, where a regime grants it."""

from dataclasses import replace

from app.domain.judgement.deadlines.results import Timed
from app.domain.judgement.deadlines.spans import Place, at_local
from app.domain.judgement.deadlines.wording import kinds_words
from app.domain.judgement.regimes import EntityKind, Relief


def relieve(
    limit: Timed, relief: Relief, place: Place, entity_kinds: frozenset[EntityKind] | None
) -> tuple[Timed, str]:
    """`limit` as `relief` leaves it, and what to know of it; blank on a working day.

    The limit stays where the organisation is of an excluded kind, and where its kinds are not
    stated (None): the earlier time is the safe one.
    """
    day = limit.local.date()
    if place.working_days.include(day):
        return limit, ""
    moved = at_local(place.working_days.after(day, 1), relief.until, place.zone)
    shown = f"{moved.astimezone(place.zone):%Y-%m-%d %H:%M}"
    if relief.not_for and entity_kinds is None:
        words = "suffices, unless the organisation is one of these"
        return limit, f"Falls on a day off: {shown} {words}: {kinds_words(relief.not_for)}."
    barred = [kind for kind in relief.not_for if kind in (entity_kinds or ())]
    if barred:
        return limit, f"Falls on a day off, without relief for: {kinds_words(barred)}."
    return replace(limit, at=moved), f"Moved from {limit.local:%Y-%m-%d %H:%M}, a day off."
