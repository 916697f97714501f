from app.cli import doctor
from tests.integration.cli.running import irplan


def test_doctor_ends_with_what_the_examination_found(monkeypatch):
    monkeypatch.setattr(doctor, "run", lambda: 1)

    assert irplan("doctor").code == 1
