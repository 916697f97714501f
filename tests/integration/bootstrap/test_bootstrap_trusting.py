import pytest

from app.bootstrap import CertificateUnreadable
from app.signing.errors import NotACertificateError


def test_a_trusted_certificate_that_is_none_is_named(made, tmp_path):
    path = tmp_path / "anna.crt"
    path.write_bytes(b"nothing")

    with pytest.raises(NotACertificateError, match=r"anna\.crt"):
        made.verify(path, (path,))
    with pytest.raises(CertificateUnreadable, match=r"none\.crt"):
        made.verify(path, (tmp_path / "none.crt",))
