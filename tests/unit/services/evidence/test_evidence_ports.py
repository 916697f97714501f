from app.services.evidence.ports import CertificateFile
from tests.fakes import FACTS


def test_a_certificate_is_shown_by_what_it_says():
    shown = repr(CertificateFile(FACTS, b"-----BEGIN"))

    assert FACTS.subject in shown
    assert "BEGIN" not in shown
