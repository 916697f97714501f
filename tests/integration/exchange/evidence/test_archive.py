import io
import subprocess
import zipfile

from app.exchange.evidence.archive import archived

FILES = {"b/x.csv": b"two" * 1000, "README.txt": b"one", "a.bin": bytes(range(256))}


def test_an_archive_depends_on_its_files_alone():
    assert archived(FILES) == archived(dict(reversed(FILES.items())))
    assert archived(FILES) != archived(FILES | {"a.bin": b""})


def test_names_are_sorted_and_dates_fixed():
    with zipfile.ZipFile(io.BytesIO(archived(FILES))) as archive:
        assert archive.namelist() == sorted(FILES)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {name: archive.read(name) for name in FILES} == FILES


def test_a_hash_seed_changes_nothing(python_with):
    script = (
        "import sys; from app.exchange.evidence.archive import archived;"
        "names = {'b', 'a', 'c'}; sys.stdout.write(archived({n: n.encode() for n in names}).hex())"
    )

    assert len({python_with(script, PYTHONHASHSEED=seed) for seed in "123"}) == 1


def test_unzip_finds_no_fault_and_makes_files_their_owner_can_read(tmp_path, tool):
    path = tmp_path / "e.zip"
    path.write_bytes(archived(FILES))

    tested = subprocess.run([tool("unzip"), "-t", path], capture_output=True, check=False)
    subprocess.run([tool("unzip"), "-q", path, "-d", tmp_path / "out"], check=True)

    assert tested.returncode == 0
    assert (tmp_path / "out" / "README.txt").read_bytes() == b"one"
    assert (tmp_path / "out" / "b" / "x.csv").stat().st_mode & 0o400
