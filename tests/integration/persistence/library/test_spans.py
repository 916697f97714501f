from app.domain.plan.classification import SeverityLevel
from app.domain.plan.obligations import Obligation
from app.persistence.library.spans import with_spans


def test_written_spans_become_plan_data():
    data = {"id": "s1", "respond_in_hours": "15 minutes", "update_every": "at once"}

    found = with_spans(SeverityLevel, data)

    assert found == {
        "id": "s1",
        "respond_in_hours": {"amount": 15, "unit": "minutes"},
        "update_every": {"amount": 0, "unit": "minutes"},
    }


def test_spans_of_parts_of_a_record_are_found():
    data = {"steps": [{"name": "First", "within": "3 working days"}, "no step"]}

    found = with_spans(Obligation, data)

    assert found == {
        "steps": [{"name": "First", "within": {"amount": 3, "unit": "working-days"}}, "no step"]
    }


def test_text_that_only_looks_like_a_span_stays_text():
    assert with_spans(SeverityLevel, {"name": "15 minutes"}) == {"name": "15 minutes"}


def test_what_is_no_span_or_no_field_stays_for_the_reader_to_refuse():
    data = {"respond_in_hours": "soon", "update_every": 5, "escalate_in_hours": None, "who": "x"}

    assert with_spans(SeverityLevel, data) == data
