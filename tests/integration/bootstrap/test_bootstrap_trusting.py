import os
import sys
from pathlib import Path

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


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_or_a_device_is_not_read(made, tmp_path):
    os.mkfifo(tmp_path / "anna.crt")

    for path in (tmp_path / "anna.crt", Path("/dev/zero"), tmp_path):
        with pytest.raises(CertificateUnreadable, match=path.name):
            made.verify(path, (path,))


def test_a_large_file_is_no_certificate(made, tmp_path):
    path = tmp_path / "anna.crt"
    path.write_bytes(bytes(3_000_000))

    with pytest.raises(NotACertificateError, match=r"anna\.crt"):
        made.verify(path, (path,))
