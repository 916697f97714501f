"""Triggers of schema 5: what the law of approval says, said to the database.

They hold against any program that writes to the file, as long as it leaves them in place; that they
are in place is checked whenever a plan is opened. They never change: another schema brings others.

Acts are rows of `record` whose ids count up, so the last one is the one with the greatest id. Names
are compared without regard to the case of ASCII letters; the program itself is stricter.
"""

from typing import Final

BY_LAW: Final = "law: "
"""How the messages of these triggers begin."""

_LIFE = "('versions', 'actions', 'comments', 'acts', 'files', 'sessions', 'activations', 'lessons')"
"""The tables that are no part of what is approved."""

_ROUND = "('submitted', 'recalled', 'changes-requested', 'issued', 'issued-in-emergency')"
_ISSUE = "('issued', 'issued-in-emergency')"
_WITHDRAWN = "('withdrawn')"
_AFTERWARDS = "('reviewed-afterwards')"


def _field(body: str, path: str) -> str:
    return f"json_extract({body}, '$.{path}')"


def _new(path: str) -> str:
    return _field("NEW.body", path)


def _last(what: str, deeds: str) -> str:
    """The value `what` of the last act that is one of `deeds`."""
    return (
        f"(SELECT {what} FROM record AS act WHERE act.kind = 'acts' "
        f"AND {_field('act.body', 'deed')} IN {deeds} ORDER BY act.id DESC LIMIT 1)"
    )


def _submitted(path: str) -> str:
    """A field of the submission, while a version is in review."""
    return _last(_field("act.body", path), _ROUND)


_IN_REVIEW = f"{_submitted('deed')} IS 'submitted'"


def _said(deed: str, more: str = "") -> str:
    """The acts of one kind in the round that is open."""
    return (
        f"FROM record AS said WHERE said.kind = 'acts' AND said.id > {_last('act.id', _ROUND)} "
        f"AND {_field('said.body', 'deed')} = '{deed}'{more}"
    )


def _same(one: str, other: str) -> str:
    return f"lower(trim({one})) = lower(trim({other}))"


def _asked(whom: str) -> str:
    """Whether the person is among the reviewers or the approvers of the open round."""
    people = _submitted(f"route.{whom}")
    return f"EXISTS (SELECT 1 FROM json_each({people}) AS one WHERE {_same('one.value', _BY)})"


_BY = _new("by")


def _wrote(since: str, until: str = "9e18") -> str:
    """Whether the person changed what is to be approved between two revisions."""
    return (
        "EXISTS (SELECT 1 FROM revision, json_each(revision.changes) AS change "
        f"WHERE revision.number > {since} AND revision.number <= {until} "
        f"AND {_same('revision.actor', _BY)} "
        f"AND coalesce({_field('change.value', 'kind')}, '') NOT IN {_LIFE})"
    )


_SINCE_ISSUE = f"coalesce({_last(_field('act.body', 'revision'), _ISSUE)}, 0)"

_OWN_WORK = f"({_wrote(_SINCE_ISSUE)} OR ({_IN_REVIEW} AND {_same(_submitted('by'), _BY)}))"

_TAKEN = (
    f"EXISTS (SELECT 1 FROM record AS act WHERE act.kind = 'acts' AND {_field('act.body', 'deed')} "
    f"IN {_ISSUE} AND {_field('act.body', 'version')} IS {_new('version')}) "
    "OR EXISTS (SELECT 1 FROM record AS issue WHERE issue.kind = 'versions' "
    f"AND {_field('issue.body', 'number')} IS {_new('version')})"
)

_UNSIGNED = f"trim(coalesce({_new('signed.statement')}, '')) = ''"
_UNEXPLAINED = f"trim(coalesce({_new('reason')}, '')) = ''"
_OTHER_VERSION = f"{_new('version')} IS NOT {_submitted('version')}"
_OTHER_CONTENT = f"{_new('content')} IS NOT {_submitted('content')}"
_APPROVALS = f"(SELECT count(*) {_said('approved')})"
_REVIEWS_MISSING = (
    f"(SELECT count(*) {_said('reviewed')}) < coalesce({_submitted('route.reviews')}, 1)"
)
_RULE = f"coalesce({_submitted('route.rule')}, 'all')"
_NEEDED = (
    f"CASE {_RULE} WHEN 'any' THEN 1 WHEN 'quorum' THEN coalesce({_submitted('route.quorum')}, 1) "
    f"ELSE json_array_length({_submitted('route.approvers')}) END"
)
_TURN = (
    f"(SELECT one.value FROM json_each({_submitted('route.approvers')}) AS one "
    f"WHERE one.key = {_APPROVALS})"
)


def _earlier(deeds: str, what: str) -> str:
    """A value of the issue that the new act is about."""
    return (
        f"(SELECT {what} FROM record AS issue WHERE issue.kind = 'acts' "
        f"AND {_field('issue.body', 'deed')} IN {deeds} "
        f"AND {_field('issue.body', 'version')} IS {_new('version')} LIMIT 1)"
    )


_ISSUED_AT = _earlier(_ISSUE, _field("issue.body", "revision"))
_ISSUE_BEFORE = (
    f"coalesce((SELECT max({_field('prior.body', 'revision')}) FROM record AS prior "
    f"WHERE prior.kind = 'acts' AND {_field('prior.body', 'deed')} IN {_ISSUE} "
    f"AND {_field('prior.body', 'revision')} < {_ISSUED_AT}), 0)"
)
_OWN_ISSUE = (
    f"({_wrote(_ISSUE_BEFORE, _ISSUED_AT)} "
    f"OR {_same(_earlier(_ISSUE, _field('issue.body', 'by')), _BY)})"
)

_DEEDS = (
    "('submitted', 'recalled', 'reviewed', 'changes-requested', 'approved', 'issued', "
    "'issued-in-emergency', 'reviewed-afterwards', 'withdrawn')"
)

_NOT_THE_NEXT = (
    "NEW.id IS NOT (SELECT printf('act-%06d', count(*) + 1) FROM record WHERE kind = 'acts')"
)

_AT_ANOTHER_REVISION = f"{_new('revision')} IS NOT (SELECT max(number) FROM revision)"

_ROUTE_UNFIT = (
    f"coalesce(json_array_length({_new('route.approvers')}), 0) = 0 "
    f"OR EXISTS (SELECT 1 FROM json_each({_new('route.approvers')}) AS one, "
    f"json_each(coalesce({_new('route.reviewers')}, '[]')) AS other "
    f"WHERE {_same('one.value', 'other.value')}) "
    f"OR coalesce({_new('route.reviews')}, 1) "
    f"> coalesce(json_array_length({_new('route.reviewers')}), 0) "
    f"OR (coalesce({_new('route.rule')}, 'all') = 'quorum' "
    f"AND coalesce({_new('route.quorum')}, 1) "
    f"NOT BETWEEN 1 AND json_array_length({_new('route.approvers')}))"
)

ACT_RULES: Final[tuple[tuple[str, str, str], ...]] = (
    # name, when it refuses, what it says
    ("counts", f"{_NOT_THE_NEXT}", "acts count up"),
    ("stands", f"{_AT_ANOTHER_REVISION}", "an act names the revision it stands in"),
    (
        "known",
        f"coalesce({_new('deed')}, '') NOT IN {_DEEDS} OR trim(coalesce({_BY}, '')) = '' "
        f"OR trim(coalesce({_new('version')}, '')) = ''",
        "an act says who did what with which version",
    ),
    (
        "submits",
        f"{_new('deed')} = 'submitted' AND ({_IN_REVIEW} OR {_TAKEN} OR {_UNEXPLAINED})",
        "only a new version that is not in review is submitted",
    ),
    (
        "weighed",
        f"{_new('deed')} = 'submitted' "
        f"AND coalesce({_new('material')}, 1) <> coalesce({_new('proposed')}, 1) "
        f"AND trim(coalesce({_new('overruled')}, '')) = ''",
        "who weighs a change otherwise than proposed says why",
    ),
    (
        "routed",
        f"{_new('deed')} = 'submitted' AND ({_ROUTE_UNFIT})",
        "a version is submitted to people who can approve it",
    ),
    (
        "in_review",
        f"{_new('deed')} IN ('recalled', 'reviewed', 'changes-requested', 'approved', 'issued') "
        f"AND (NOT ({_IN_REVIEW}) OR {_OTHER_VERSION})",
        "no such version is in review",
    ),
    (
        "of_content",
        f"{_new('deed')} IN ('reviewed', 'changes-requested', 'approved', 'issued') "
        f"AND {_OTHER_CONTENT}",
        "the content is not what was submitted",
    ),
    (
        "asked",
        f"({_new('deed')} = 'reviewed' AND NOT {_asked('reviewers')}) "
        f"OR ({_new('deed')} IN ('approved', 'issued') AND NOT {_asked('approvers')}) "
        f"OR ({_new('deed')} = 'changes-requested' "
        f"AND NOT ({_asked('reviewers')} OR {_asked('approvers')}))",
        "this person was not asked",
    ),
    (
        "own_work",
        f"{_new('deed')} IN ('reviewed', 'changes-requested', 'approved', 'issued-in-emergency') "
        f"AND {_OWN_WORK}",
        "nobody approves or reviews a version he or she changed",
    ),
    (
        "once",
        f"({_new('deed')} = 'reviewed' AND EXISTS "
        f"(SELECT 1 {_said('reviewed', ' AND ' + _same(_field('said.body', 'by'), _BY))})) "
        f"OR ({_new('deed')} = 'approved' AND EXISTS "
        f"(SELECT 1 {_said('approved', ' AND ' + _same(_field('said.body', 'by'), _BY))}))",
        "this was said already",
    ),
    (
        "reviewed",
        f"{_new('deed')} IN ('approved', 'issued') AND {_REVIEWS_MISSING}",
        "a review is missing",
    ),
    (
        "in_turn",
        f"{_new('deed')} = 'approved' AND {_RULE} = 'order' AND NOT {_same(_TURN, _BY)}",
        "it is the turn of somebody else",
    ),
    (
        "signed",
        f"{_new('deed')} IN ('approved', 'issued-in-emergency') AND {_UNSIGNED}",
        "an approval needs the statement that was signed",
    ),
    (
        "explained",
        f"{_new('deed')} IN ('changes-requested', 'issued-in-emergency', 'withdrawn') "
        f"AND {_UNEXPLAINED}",
        "this needs a reason",
    ),
    (
        "enough",
        f"{_new('deed')} = 'issued' AND {_APPROVALS} < {_NEEDED}",
        "approvals are missing",
    ),
    (
        "emergency",
        f"{_new('deed')} = 'issued-in-emergency' AND ({_TAKEN} OR {_new('due')} IS NULL)",
        "an emergency issue has a new number and a day of review",
    ),
    (
        "issued",
        f"{_new('deed')} IN ('withdrawn', 'reviewed-afterwards') AND ({_ISSUED_AT} IS NULL "
        f"OR {_earlier(_WITHDRAWN, '1')} IS NOT NULL)",
        "no such version is issued",
    ),
    (
        "afterwards",
        f"{_new('deed')} = 'reviewed-afterwards' AND ("
        f"{_earlier(_ISSUE, _field('issue.body', 'deed'))} IS NOT 'issued-in-emergency' "
        f"OR {_earlier(_AFTERWARDS, '1')} IS NOT NULL "
        f"OR {_new('content')} IS NOT {_earlier(_ISSUE, _field('issue.body', 'content'))} "
        f"OR {_OWN_ISSUE})",
        "this version does not wait for a review by this person",
    ),
)
"""Each refuses acts of which its condition holds; a condition that is not known refuses too."""


def _act_trigger(name: str, refuses: str, says: str) -> str:
    return (
        f"CREATE TRIGGER act_{name} BEFORE INSERT ON record WHEN NEW.kind = 'acts' "
        f"AND coalesce(({refuses}), 1) BEGIN SELECT RAISE(ABORT, '{BY_LAW}{says}'); END"
    )


def _kept(name: str, verb: str, when: str, says: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {verb} ON record WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{BY_LAW}{says}'); END"
    )


_CHANGED = "OLD.body IS NOT NEW.body"
_CLOSED = f"{_field('OLD.body', 'closed_at')} IS NOT NULL"
_IS_ISSUE = (
    f"EXISTS (SELECT 1 FROM record AS act WHERE act.kind = 'acts' AND {_field('act.body', 'deed')} "
    f"IN {_ISSUE} AND {_field('act.body', 'version')} IS {_field('OLD.body', 'number')})"
)
_FOR_GOOD = (
    "(OLD.kind IN ('acts', 'files') "
    f"OR (OLD.kind = 'sessions' AND {_CLOSED}) OR (OLD.kind = 'versions' AND {_IS_ISSUE}))"
)
_FORGES = (
    f"EXISTS (SELECT 1 FROM record AS act WHERE act.kind = 'acts' AND {_field('act.body', 'deed')} "
    f"IN {_ISSUE} AND {_field('act.body', 'version')} IS {_new('number')})"
)
_FINAL = "what is issued, closed or kept is never changed"
_FROZEN = "a version in review is recalled before it is changed"

KEEPING: Final = (
    _kept(
        "record_is_new",
        "INSERT",
        "EXISTS (SELECT 1 FROM record AS known WHERE known.kind = NEW.kind AND known.id = NEW.id)",
        "there is such a record",
    ),
    _kept(
        "record_stays_itself",
        "UPDATE",
        "OLD.kind IS NOT NEW.kind OR OLD.id IS NOT NEW.id",
        "a record keeps its name",
    ),
    _kept("final_kept", "UPDATE", f"{_FOR_GOOD} AND {_CHANGED}", _FINAL),
    _kept("final_stays", "DELETE", _FOR_GOOD, _FINAL),
    _kept(
        "issue_once",
        "INSERT",
        f"NEW.kind = 'versions' AND {_FORGES} AND EXISTS (SELECT 1 FROM record AS other "
        f"WHERE other.kind = 'versions' AND {_field('other.body', 'number')} IS {_new('number')})",
        "a version is issued once",
    ),
    _kept(
        "issue_not_claimed",
        "UPDATE",
        f"NEW.kind = 'versions' AND {_CHANGED} AND {_FORGES}",
        "a version is issued once",
    ),
    *(
        _kept(
            f"review_{verb.lower()}",
            verb,
            f"{row}.kind NOT IN {_LIFE} AND {_IN_REVIEW}",
            _FROZEN,
        )
        for verb, row in (("INSERT", "NEW"), ("DELETE", "OLD"))
    ),
    _kept(
        "review_update",
        "UPDATE",
        f"NEW.kind NOT IN {_LIFE} AND ({_CHANGED} OR OLD.rank IS NOT NEW.rank) AND {_IN_REVIEW}",
        _FROZEN,
    ),
    "CREATE TRIGGER kept_is_new BEFORE INSERT ON kept "
    "WHEN EXISTS (SELECT 1 FROM kept AS known WHERE known.sha256 = NEW.sha256) "
    f"BEGIN SELECT RAISE(ABORT, '{BY_LAW}there is such a file'); END",
    *(
        f"CREATE TRIGGER kept_no_{verb.lower()} BEFORE {verb} ON kept "
        f"BEGIN SELECT RAISE(ABORT, '{BY_LAW}kept files are never changed'); END"
        for verb in ("UPDATE", "DELETE")
    ),
)
"""What stays as it is, and what rests while it is reviewed."""

LAW: Final = (*(_act_trigger(*rule) for rule in ACT_RULES), *KEEPING)
"""All triggers, as they are created."""
