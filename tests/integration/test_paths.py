"""Where folders are looked for."""

from pathlib import Path

import pytest

from app.paths import HOME_VARIABLE, AppPaths, data_folder


def test_a_home_variable_puts_every_folder_below_it(tmp_path):
    paths = AppPaths.of_user({HOME_VARIABLE: str(tmp_path)})

    assert paths == AppPaths.below(tmp_path)
    assert paths.logs.parent == tmp_path


def test_without_a_home_variable_the_system_names_the_folders():
    paths = AppPaths.of_user({})

    assert len({paths.config, paths.data, paths.cache, paths.logs}) >= 3
    assert all("irplan" in folder.as_posix() for folder in (paths.config, paths.data, paths.logs))


def test_a_checkout_keeps_its_data_beside_the_package(tmp_path):
    (tmp_path / "resources").mkdir()

    assert data_folder("resources", tmp_path / "app") == tmp_path / "resources"


def test_an_installed_package_carries_its_data_inside(tmp_path):
    inside = tmp_path / "app" / "_data" / "resources"
    inside.mkdir(parents=True)
    (tmp_path / "resources").mkdir()

    assert data_folder("resources", tmp_path / "app") == inside


def test_a_damaged_installation_says_which_folder_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match="templates"):
        data_folder("templates", tmp_path / "app")


def test_the_shipped_resources_are_found():
    assert (data_folder("resources") / "fonts" / "Inter-Regular.ttf").is_file()
    assert isinstance(data_folder("resources"), Path)
