"""Terms, metrics, training, exercises, roadmap, log sources and distribution."""

from collections.abc import Iterator

from app.domain.document.labels import Labels
from app.domain.document.tree import Block, Cell
from app.domain.plan.programme import Exercise, ExerciseState, Metric, by_date
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe
from app.export.compose.tables.exercises import exercise_kind, exercise_sheets


def terms(scribe: Scribe) -> tuple[Block, ...]:
    """The words of the plan."""
    if not scribe.plan.terms:
        return ()
    terms = scribe.plan.terms.values()
    sourced = any(item.source.strip() for item in terms)
    heads = {"terms.term": 1.4, "terms.meaning": 5.0}
    if sourced:
        heads["terms.source"] = 1.6
    rows = (
        (
            scribe.marked(item, item.term),
            item.meaning,
            *((optional(item.source),) if sourced else ()),
        )
        for item in terms
    )
    return (scribe.table(scribe.say("terms.caption"), heads, rows, "table:terms"),)


def log_sources(scribe: Scribe) -> tuple[Block, ...]:
    """Where evidence comes from."""
    if not scribe.plan.log_sources:
        return ()
    heads = {
        "log-sources.source": 1.6,
        "log-sources.shows": 3.0,
        "log-sources.owner": 1.5,
        "log-sources.kept-for": 1.1,
    }
    rows = (
        (
            scribe.marked(item, item.name),
            optional(item.shows),
            item.owner,
            scribe.span(item.kept_for),
        )
        for item in scribe.plan.log_sources.values()
    )
    return (scribe.table(scribe.say("log-sources.caption"), heads, rows, "table:log-sources"),)


def metrics(scribe: Scribe) -> tuple[Block, ...]:
    """What is measured."""
    if not scribe.plan.metrics:
        return ()
    heads = {
        "metrics.metric": 1.4,
        "metrics.definition": 4.6,
        "metrics.target": 1.2,
        "metrics.reported": 1.3,
    }
    rows = (
        (
            scribe.marked(item, item.name),
            optional(_rule(item, scribe)),
            item.target,
            optional(stacked(item.owner, item.cadence)),
        )
        for item in scribe.plan.metrics.values()
    )
    return (scribe.table(scribe.say("metrics.caption"), heads, rows, "table:metrics"),)


def training(scribe: Scribe) -> tuple[Block, ...]:
    """Who learns what."""
    if not scribe.plan.training:
        return ()
    heads = {
        "training.audience": 1.8,
        "training.topic": 3.2,
        "training.cadence": 1.4,
        "training.owner": 1.4,
    }
    rows = (
        (scribe.marked(item, item.audience), item.topic, item.cadence, optional(item.owner))
        for item in scribe.plan.training.values()
    )
    return (scribe.table(scribe.say("training.caption"), heads, rows, "table:training"),)


def exercises(scribe: Scribe) -> tuple[Block, ...]:
    """Exercises held and planned, then a sheet for each that has a scenario."""
    if not scribe.plan.exercises:
        return ()
    heads = {
        "exercises.exercise": 2.2,
        "exercises.date": 1.3,
        "exercises.state": 0.9,
        "exercises.course": 3.4,
    }
    rows = (
        (
            scribe.marked(item, _named(item, scribe)),
            scribe.day(item.on),
            _state(item, scribe.say),
            _course(item, scribe),
        )
        for item in by_date(scribe.plan.exercises.values())
    )
    return (
        scribe.table(scribe.say("exercises.caption"), heads, rows, "table:exercises"),
        *exercise_sheets(scribe),
    )


def roadmap(scribe: Scribe) -> tuple[Block, ...]:
    """Where the capability is going."""
    if not scribe.plan.roadmap:
        return ()
    heads = {"roadmap.goal": 3.4, "roadmap.by": 1.2, "roadmap.owner": 1.4, "roadmap.measure": 2.0}
    rows = (
        (scribe.marked(item, item.goal), scribe.day(item.by), item.owner, optional(item.measure))
        for item in scribe.plan.roadmap.values()
    )
    return (scribe.table(scribe.say("roadmap.caption"), heads, rows, "table:roadmap"),)


def related_documents(scribe: Scribe) -> tuple[Block, ...]:
    """Documents this plan relies on."""
    if not scribe.plan.documents:
        return ()
    heads = {
        "documents.document": 2.4,
        "documents.reference": 1.4,
        "documents.owner": 1.4,
        "documents.relation": 2.6,
    }
    rows = (
        (
            scribe.marked(item, item.title),
            optional(item.reference),
            optional(item.owner),
            optional(item.relation),
        )
        for item in scribe.plan.documents.values()
    )
    return (scribe.table(scribe.say("documents.caption"), heads, rows, "table:documents"),)


def distribution(scribe: Scribe) -> tuple[Block, ...]:
    """Who holds a copy."""
    if not scribe.plan.distribution:
        return ()
    heads = {
        "distribution.recipient": 2.2,
        "distribution.edition": 1.4,
        "distribution.form": 1.4,
        "distribution.kept": 2.0,
    }
    rows = (
        (
            scribe.marked(item, item.recipient),
            optional(item.edition),
            optional(item.form),
            optional(item.location),
        )
        for item in scribe.plan.distribution.values()
    )
    return (scribe.table(scribe.say("distribution.caption"), heads, rows, "table:distribution"),)


def _rule(metric: Metric, scribe: Scribe) -> str:
    """What is counted, how the figure is worked out and what it is a number of."""
    return stacked(
        metric.definition,
        scribe.labelled("metrics.formula", metric.formula),
        scribe.labelled("metrics.unit", metric.unit),
    )


def _named(exercise: Exercise, scribe: Scribe) -> str:
    owner = scribe.labelled("exercises.owner", exercise.owner)
    return stacked(exercise.name, exercise_kind(exercise, scribe.say), owner)


def _state(exercise: Exercise, say: Labels) -> str:
    return say("exercises.held" if exercise.state is ExerciseState.HELD else "exercises.planned")


def _course(exercise: Exercise, scribe: Scribe) -> Cell:
    """What it tries out, with whom, and what it brought to light."""
    attended = scribe.commas(exercise.attendees)
    findings = (scribe.labelled("exercises.finding", text) for text in exercise.findings)
    return scribe.listed(
        (
            *_objectives(exercise, scribe.say),
            scribe.labelled("exercises.participants", exercise.participants),
            scribe.labelled("exercises.attended", attended),
            *scribe.labelled("exercises.results", exercise.results).splitlines(),
            *findings,
        )
    )


def _objectives(exercise: Exercise, say: Labels) -> Iterator[str]:
    """Each objective, those that were reached marked so."""
    for objective in dict.fromkeys((*exercise.objectives, *exercise.reached)):
        reached = objective.strip() and objective in exercise.reached
        yield say("exercises.reached", objective=objective) if reached else objective
