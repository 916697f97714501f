"""Regimes of notification, one pack a file, as domain objects."""

from collections.abc import Iterator
from pathlib import Path

from app.domain.judgement.deadlines.case import ZoneUnknown, zone_named
from app.domain.judgement.regimes import (
    ClockStart,
    Regime,
    RegimeStep,
    RegimeVariant,
    Relief,
    Suits,
)
from app.persistence.library.files import LibraryFile, load, yaml_files
from app.persistence.library.problems import Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.regimes import (
    RegimeFile,
    RegimePackFile,
    ReliefFile,
    StepFile,
    SuitsFile,
)


def read_regimes(folder: Path) -> tuple[Regime, ...]:
    """Every regime of every pack in `folder`, by pack; none if there is no such folder.

    Raises:
        LibraryFileInvalid: With every problem of every file.
    """
    problems = Problems()
    taken: dict[str, str] = {}
    read = [
        regime for file in yaml_files(folder, folder) for regime in _pack(file, taken, problems)
    ]
    problems.raise_any()
    return tuple(read)


def _pack(file: LibraryFile, taken: dict[str, str], problems: Problems) -> list[Regime]:
    data = load(file, problems)
    pack = None if data is None else validated(RegimePackFile, data, file.name, problems)
    if pack is None:
        return []
    if pack.id != file.path.stem:
        problems.note(file.name, "id", f"'{pack.id}' differs from the file's name")
    for at, item in enumerate(pack.regimes):
        place = f"regimes[{at}]"
        if item.id in taken:
            problems.note(file.name, f"{place}.id", f"'{item.id}' stands in {taken[item.id]} too")
        taken[item.id] = file.name
        for below, sentence in _inconsistencies(item):
            problems.note(file.name, f"{place}.{below}", sentence)
    return [_regime(item, pack) for item in pack.regimes]


def _regime(item: RegimeFile, pack: RegimePackFile) -> Regime:
    plain = item.model_dump(exclude={"suits", "steps", "content", "variants"})
    return Regime(
        **plain,
        compiled=pack.compiled,
        suits=_suits(item.suits),
        steps=tuple(_step(step) for step in item.steps),
        content=tuple(item.content),
        variants=tuple(RegimeVariant(**variant.model_dump()) for variant in item.variants),
    )


def _suits(item: SuitsFile) -> Suits:
    return Suits(
        jurisdictions=tuple(item.jurisdictions),
        sectors=tuple(item.sectors),
        data_kinds=tuple(item.data_kinds),
        facts=tuple(item.facts),
    )


def _step(item: StepFile) -> RegimeStep:
    plain = item.model_dump(exclude={"within", "relief"})
    return RegimeStep(**plain, within=item.within, relief=_relief(item.relief))


def _relief(item: ReliefFile | None) -> Relief | None:
    return None if item is None else Relief(item.until, tuple(item.not_for))


def _inconsistencies(item: RegimeFile) -> Iterator[tuple[str, str]]:
    """Each place below the regime, and what is wrong there."""
    if not _zone_known(item.time_zone):
        yield "time_zone", f"'{item.time_zone}' is no IANA time zone"
    earlier: set[str] = set()
    for at, step in enumerate(item.steps):
        if step.id in earlier:
            yield f"steps[{at}].id", f"'{step.id}' stands twice"
        yield from _wrong_links(step, earlier, f"steps[{at}]")
        earlier.add(step.id)


def _wrong_links(step: StepFile, earlier: set[str], place: str) -> Iterator[tuple[str, str]]:
    follows = step.clock_start is ClockStart.PREVIOUS_SUBMISSION
    if follows != bool(step.after):
        yield f"{place}.after", "goes with clock_start previous-submission, and only with it"
    for field, name in (("after", step.after), ("caps", step.caps)):
        if name and name not in earlier:
            yield f"{place}.{field}", f"'{name}' is no earlier step"
    if step.within is None and (step.caps or step.embargo or step.relief):
        yield f"{place}.within", "is missing; an outer limit, embargo or relief needs it"


def _zone_known(name: str) -> bool:
    try:
        return not name or bool(zone_named(name).key)
    except ZoneUnknown:
        return False
