"""Terms, metrics, training, exercises, roadmap, log sources and distribution."""

from app.domain.document.tree import Block, Cell
from app.domain.plan.plan import Plan
from app.domain.plan.programme import Exercise, ExerciseState, Metric
from app.export.compose.cells import cell, day, listed, marked, optional, span, stacked, table
from app.export.compose.tables.exercises import exercise_sheets


def terms(plan: Plan) -> tuple[Block, ...]:
    """The words of the plan."""
    if not plan.terms:
        return ()
    heads = (("Term", 1.4), ("Meaning", 5.0), ("Source", 1.6))
    rows = (
        (marked(item, item.term), item.meaning, optional(item.source))
        for item in plan.terms.values()
    )
    return (table("Terms", heads, rows, "table:terms"),)


def log_sources(plan: Plan) -> tuple[Block, ...]:
    """Where evidence comes from."""
    if not plan.log_sources:
        return ()
    heads = (("Source", 1.6), ("Shows", 3.0), ("Owner", 1.5), ("Kept for", 1.1))
    rows = (
        (marked(item, item.name), optional(item.shows), cell(item.owner), cell(span(item.kept_for)))
        for item in plan.log_sources.values()
    )
    return (table("Log sources", heads, rows, "table:log-sources"),)


def metrics(plan: Plan) -> tuple[Block, ...]:
    """What is measured."""
    if not plan.metrics:
        return ()
    heads = (("Metric", 1.4), ("Definition and formula", 4.6), ("Target", 1.2), ("Reported", 1.3))
    rows = (
        (
            marked(item, item.name),
            optional(_rule(item)),
            cell(item.target),
            optional(stacked(item.owner, item.cadence)),
        )
        for item in plan.metrics.values()
    )
    return (table("Metrics", heads, rows, "table:metrics"),)


def training(plan: Plan) -> tuple[Block, ...]:
    """Who learns what."""
    if not plan.training:
        return ()
    heads = (("Audience", 1.8), ("Topic", 3.2), ("How often", 1.4), ("Owner", 1.4))
    rows = (
        (marked(item, item.audience), item.topic, cell(item.cadence), optional(item.owner))
        for item in plan.training.values()
    )
    return (table("Training", heads, rows, "table:training"),)


def exercises(plan: Plan) -> tuple[Block, ...]:
    """Exercises held and planned, then a sheet for each that has a scenario."""
    if not plan.exercises:
        return ()
    heads = (("Exercise", 2.2), ("Date", 1.3), ("State", 0.9), ("Objectives and findings", 3.4))
    rows = (
        (
            marked(item, stacked(item.name, item.kind, _labelled("Owner", item.owner))),
            cell(day(item.on)),
            "held" if item.state is ExerciseState.HELD else "planned",
            _course(item),
        )
        for item in plan.exercises.values()
    )
    return (table("Exercises", heads, rows, "table:exercises"), *exercise_sheets(plan))


def roadmap(plan: Plan) -> tuple[Block, ...]:
    """Where the capability is going."""
    if not plan.roadmap:
        return ()
    heads = (("Goal", 3.4), ("By", 1.2), ("Owner", 1.4), ("Measured by", 2.0))
    rows = (
        (marked(item, item.goal), cell(day(item.by)), cell(item.owner), optional(item.measure))
        for item in plan.roadmap.values()
    )
    return (table("Roadmap", heads, rows, "table:roadmap"),)


def related_documents(plan: Plan) -> tuple[Block, ...]:
    """Documents this plan relies on."""
    if not plan.documents:
        return ()
    heads = (("Document", 2.4), ("Reference", 1.4), ("Owner", 1.4), ("Relation to this plan", 2.6))
    rows = (
        (
            marked(item, item.title),
            optional(item.reference),
            optional(item.owner),
            optional(item.relation),
        )
        for item in plan.documents.values()
    )
    return (table("Related documents", heads, rows, "table:documents"),)


def distribution(plan: Plan) -> tuple[Block, ...]:
    """Who holds a copy."""
    if not plan.distribution:
        return ()
    heads = (("Recipient", 2.2), ("Edition", 1.4), ("Form", 1.4), ("Kept", 2.0))
    rows = (
        (
            marked(item, item.recipient),
            optional(item.edition),
            optional(item.form),
            optional(item.location),
        )
        for item in plan.distribution.values()
    )
    return (table("Distribution list", heads, rows, "table:distribution"),)


def _rule(metric: Metric) -> str:
    """What is counted, how the figure is worked out and what it is a number of."""
    return stacked(
        metric.definition,
        _labelled("Formula", metric.formula),
        _labelled("Unit", metric.unit),
    )


def _course(exercise: Exercise) -> Cell:
    """What it tries out, with whom, and what it brought to light."""
    with_whom = _labelled("Participants", exercise.participants)
    findings = (_labelled("Finding", text) for text in exercise.findings)
    return listed((*exercise.objectives, with_whom, *findings))


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text.strip() else ""
