from app.domain.plan.acts import Route
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.asking import request_for


def test_a_request_is_written_and_read_back(made, tmp_path):
    opened = made.create_sample(tmp_path / "sample.irplan")
    Approvals(opened).submit(
        Submission(opened.store.actor, "First", Route((), ("Carl",), reviews=0), "2.0")
    )
    history = made.history(tmp_path / "sample.irplan")
    request = request_for(opened, "Carl", history)
    opened.store.close()

    made.write_request(request, tmp_path / "carl.irplan-request")
    found = made.read_request(tmp_path / "carl.irplan-request")

    assert found == request
    assert made.request_pdf(found).data.startswith(b"%PDF-")
