"""PDFs made to hurt whoever opens them: each is answered soon, in bounded memory, in a sentence."""

import subprocess
import sys
import time
import zlib
from io import BytesIO

import pikepdf
import pytest

from app.services.verifying import Verdict
from tests.integration.signing.samples import unsigned_pdf

SECONDS = 10
NOT_VALID = frozenset({Verdict.UNREADABLE, Verdict.UNSIGNED, Verdict.INVALID})


def small(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(places) + 1, rows)
    size = len(places) + 1
    return data + b"trailer\n<</Size %d%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R%b>>"


def bomb(layers: int) -> bytes:
    content = zlib.compress(b"\0" * (64 << 20), 9)
    for _ in range(layers - 1):
        content = zlib.compress(content, 9)
    names = b"[%b]" % (b"/FlateDecode " * layers)
    packet = stream(content, b"/Type/Metadata/Subtype/XML/Filter%b" % names)
    return small(CATALOG % b"/Metadata 3 0 R", PAGES, packet)


def packed_bomb() -> bytes:
    """Objects packed into a stream that unpacks to far more."""
    packed = zlib.compress(b"2 0 " + PAGES + b" " * (512 << 20), 9)
    body = stream(packed, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    return small(CATALOG % b"", body)


def deep(opening: bytes, closing: bytes) -> bytes:
    nested = opening * 100_000 + b"1" + closing * 100_000
    return small(CATALOG % (b"/Deep " + nested), PAGES)


def looping_pages() -> bytes:
    return small(CATALOG % b"", b"<</Type/Pages/Kids[2 0 R]/Count 2 0 R>>")


def looping_fields() -> bytes:
    form = b"<</Fields[4 0 R]>>"
    field = b"<</FT/Sig/T(a)/Kids[4 0 R]>>"
    return small(CATALOG % b"/AcroForm 3 0 R", PAGES, form, field)


def looping_names() -> bytes:
    tree = b"<</EmbeddedFiles 4 0 R>>"
    return small(CATALOG % b"/Names 3 0 R", PAGES, tree, b"<</Kids[4 0 R 4 0 R]>>")


def looping_revisions() -> bytes:
    plain = small(CATALOG % b"", PAGES)
    start = int(plain[plain.rindex(b"startxref") + 9 :].split()[0])
    return small(CATALOG % b"", PAGES, trailer=b"/Root 1 0 R/Prev %d" % start)


def many_revisions() -> bytes:
    data = small(CATALOG % b"", PAGES)
    previous = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    for _ in range(3000):
        start = len(data)
        trailer = b"trailer\n<</Size 3/Root 1 0 R/Prev %d>>\n" % previous
        data += b"xref\n0 0\n%bstartxref\n%d\n%%%%EOF\n" % (trailer, start)
        previous = start
    return data


def hybrid() -> bytes:
    return small(CATALOG % b"", PAGES, trailer=b"/Root 1 0 R/XRefStm 9")


def twice_in_the_table() -> bytes:
    data = small(CATALOG % b"", PAGES)
    return data.replace(b"xref\n0 3\n", b"xref\n1 1\n0000000009 00000 n \n0 3\n", 1)


def enormous_numbers() -> bytes:
    return small(CATALOG % (b"/X " + b"9" * 100_000), PAGES)


def long_names() -> bytes:
    return small(CATALOG % (b"/" + b"N" * 1_000_000 + b" 1"), PAGES)


def endless_value() -> bytes:
    """A signature field whose value is a structure of nothing but beginnings."""
    value = b"<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<%b>>>" % (
        b"3080" * 50_000
    )
    field = b"<</FT/Sig/T(Seal)/V 4 0 R>>"
    form = b"<</Fields[3 0 R]>>"
    return small(CATALOG % b"/AcroForm 5 0 R", PAGES, field, value, form)


def encrypted() -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(unsigned_pdf())) as pdf:
        pdf.save(output, encryption=pikepdf.Encryption(owner="o", user="u"))
    return output.getvalue()


HOSTILE = {
    "bomb": lambda: bomb(1),
    "bomb in a bomb": lambda: bomb(3),
    "packed bomb": packed_bomb,
    "deep lists": lambda: deep(b"[", b"]"),
    "deep dictionaries": lambda: deep(b"<</a ", b">>"),
    "pages in a circle": looping_pages,
    "fields in a circle": looping_fields,
    "names in a circle": looping_names,
    "revisions in a circle": looping_revisions,
    "3000 revisions": many_revisions,
    "two kinds of tables": hybrid,
    "an object listed twice": twice_in_the_table,
    "enormous numbers": enormous_numbers,
    "long names": long_names,
    "a value without end": endless_value,
    "encrypted": encrypted,
    "header only": lambda: b"%PDF-1.7",
    "garbage": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "zeros": lambda: b"%PDF-1.7\n" + b"\0" * (5 << 20),
    "line ends": lambda: b"%PDF-1.7\n" + b"\n" * (2 << 20) + b"%%EOF",
    "percent signs": lambda: b"%PDF-1.7\n" + b"%" * (2 << 20),
    "many ends": lambda: b"%PDF-1.7\n" + b"startxref\n0\n%%EOF\n" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_answered_soon_and_never_called_valid(verify_bytes, name):
    data = HOSTILE[name]()
    begun = time.monotonic()

    report = verify_bytes(data)

    assert time.monotonic() - begun < SECONDS
    assert report.verdict in NOT_VALID
    assert all(problem and "\n" not in problem for problem in report.problems)


def test_an_encrypted_file_is_called_so(verify_bytes):
    assert "encrypted" in verify_bytes(encrypted()).problems[0]


@pytest.mark.parametrize("name", ["bomb", "bomb in a bomb", "packed bomb"])
def test_memory_is_bounded(tmp_path, name):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(HOSTILE[name]())
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from app.signing import verify\n"
        "print(verify(Path(sys.argv[1])).verdict)\n"
        "status = Path('/proc/self/status').read_text()\n"
        "print(status.split('VmHWM:')[1].split()[0])\n"
    )
    done = subprocess.run(
        (sys.executable, "-c", program, str(path)), capture_output=True, text=True, check=True
    )

    *_, peak = done.stdout.split()
    assert int(peak) < 900_000  # KiB, of which the libraries alone take 90_000
