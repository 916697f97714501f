"""Outer limits: a notice due at the earlier of two times, as DORA's initial notification."""

from app.domain.judgement.deadlines.results import Missing, Timed
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import RegimeStep


def capped(
    step: RegimeStep, own: Timed | Missing, cap_step: RegimeStep, cap: Timed | Missing
) -> tuple[Timed | Missing, str]:
    """The earlier of the limit of `step` and of its outer limit, and what to know of it.

    Where the clock of `step` started only after the outer limit, that one no longer counts (for
    DORA: RTS 2025/301 art 5(2)). Where one of the two cannot be read the other stands.
    """
    if isinstance(own, Missing):
        if isinstance(cap, Missing):
            return Missing((*own.needs, *cap.needs)), ""
        return cap, f"The outer limit: {_words(step)} counts as soon as that is given."
    if isinstance(cap, Missing):
        return own, f"The outer limit of {_words(cap_step)} is not considered: it is not given."
    if own.counted_from > cap.at:
        return own, f"The outer limit of {_words(cap_step)} had passed when this clock started."
    return min(own, cap, key=lambda timed: timed.at), ""


def _words(step: RegimeStep) -> str:
    return f"{step.within} from {START_WORDS[step.clock_start]}"
