from datetime import date

from app.domain.judgement.findings import Weight
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.records import Records
from app.export.compose.open_points import accepted, open_points
from tests.builders import plan_with
from tests.labels import scribe
from tests.unit.export.compose.judged import judged, written
from tests.unit.export.compose.reading import column, headings, only_table, rows

WORDS = {Weight.BLOCKS: "blocks approval", Weight.WARN: "warning", Weight.HINT: "hint"}


def accepting(judgement, *keys):
    entries = (AcceptedFinding(RecordId(key), "Known", "Anna", date(2026, 3, 4)) for key in keys)
    return judged(judgement.plan.with_table(Kind.ACCEPTED, Records(entries)))


def opened(judgement):
    return open_points(judgement, scribe(judgement.plan))


def listed(judgement):
    return accepted(judgement, scribe(judgement.plan))


def test_each_open_finding_is_listed_with_what_to_do():
    judgement = judged(plan_with(written("scope", "TBD.")))

    made = opened(judgement)

    assert headings(made) == ["Open points"]
    assert rows(only_table(made)) == [
        (WORDS[item.weight], item.reason, item.fix) for item in judgement.findings()
    ]
    assert judgement.findings()


def test_an_accepted_finding_moves_from_open_to_accepted():
    before = judged(plan_with(written("scope", "TBD.")))
    finding = before.findings()[0]

    after = accepting(before, finding.key)

    assert rows(only_table(listed(after))) == [(finding.reason, "Known", "Anna", "4 March 2026")]
    assert finding.reason not in column(only_table(opened(after)), "Finding")


def test_accepting_what_is_no_longer_found_prints_nothing():
    assert listed(accepting(judged(plan_with(written("scope"))), "old.code/people/gone")) == ()


def test_a_plan_without_open_findings_has_no_list():
    judgement = judged(plan_with(written("scope", "TBD.")))

    after = accepting(judgement, *(item.key for item in judgement.findings()))

    assert opened(after) == ()
    assert listed(judgement) == ()
