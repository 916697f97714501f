"""Adding a time stamp to a signed file in the window."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from app.services.signing import KeyFile
from tests.integration.signing.authorities import made_authority, stamp_server
from tests.ui.dialogs.versions.driving import SECRET, click, find, settled, write
from ui.dialogs.sign_file.stamp_dialog import StampDialog


@pytest.fixture(scope="module")
def authority():
    return made_authority()


@pytest.fixture
def signed(shop, plain, key):
    from app.services.countersigning import Wish

    made = shop.countersigning().sign(plain.read_bytes(), Wish(KeyFile(key, SECRET)))
    plain.write_bytes(made.signed.data)
    return plain


def test_a_stamp_is_added_and_the_file_that_was_read_stays(qtbot, show, signed, shop, authority):
    before = signed.read_bytes()
    with stamp_server(authority, {}) as server:
        dialog = show(StampDialog, signed)
        write(dialog, "time_server", server.at("/stamp"))
        click(dialog, "stamp_file_keep")
        qtbot.waitUntil(dialog.keep.isHidden, timeout=60_000)

    made = signed.with_name("plan-stamped.pdf")
    assert signed.read_bytes() == before
    assert made.read_bytes().startswith(before)
    (stamp,) = shop.verify(made).document_stamps
    assert stamp.holds
    with qtbot.waitSignal(dialog.verify_asked) as asked:
        click(dialog, "export_verify_0")
    assert asked.args == [made]


def test_a_server_that_refuses_writes_nothing(qtbot, show, signed, authority, desk):
    with stamp_server(authority, {}) as server:
        desk.change_settings(replace(desk.settings, time_authority=server.at("/refuse")))
        dialog = show(StampDialog, signed)
        click(dialog, "stamp_file_keep")
        settled(qtbot, dialog)

    assert "refused" in dialog.banner.text
    assert not signed.with_name("plan-stamped.pdf").exists()
    assert dialog.keep.isVisible()


@pytest.mark.parametrize(("address", "said"), [("", "Enter the address"), ("tsa", "begins with")])
def test_without_a_server_nothing_is_asked(show, signed, address, said):
    dialog = show(StampDialog, signed)
    write(dialog, "time_server", address)

    click(dialog, "stamp_file_keep")

    assert not dialog.busy
    assert said in find(dialog, QLineEdit, "time_server").accessibleDescription()


def test_a_file_that_nobody_signed_takes_no_stamp(qtbot, show, plain, authority, desk):
    with stamp_server(authority, {}) as server:
        desk.change_settings(replace(desk.settings, time_authority=server.at("/stamp")))
        dialog = show(StampDialog, plain)
        click(dialog, "stamp_file_keep")
        settled(qtbot, dialog)

    assert dialog.banner.isVisible()
    assert not plain.with_name("plan-stamped.pdf").exists()
