"""Which files the paths that are named stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from text.errors import UnreadableInputError
from text.sources import STANDARD_INPUT, MissingInputError, NoArticlesError, find_files


def found(*paths: str) -> list[Path | UnreadableInputError]:
    """What the paths stand for."""
    return list(find_files(paths))


def written(path: Path) -> Path:
    """A file with a character in it, at that path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("文", encoding="utf-8")
    return path


def test_folders_are_the_files_whose_suffix_is_known(tmp_path: Path) -> None:
    """Sorted by path, at any depth, whatever the case of the suffix, none hidden."""
    taken = ["a.TXT", "b.md", "c.html", "deep/d.csv", "deep/e.docx", "deep/f.pdf", "deep/g.zip"]
    for name in [*taken, "deep/no.xyz", ".hid.txt", ".git/x.txt", "README"]:
        written(tmp_path / name)
    assert found(str(tmp_path)) == [tmp_path / name for name in taken]


def test_a_file_that_is_named_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    """In the order of the names, once for each."""
    named = written(tmp_path / "article.xyz")
    assert found(str(named), str(named)) == [named, named]


def test_a_pattern_stands_for_what_it_matches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of any suffix and folders, sorted, hidden ones left out; relative ones stay so."""
    for name in ("b.txt", "a.xyz", "deep/c.txt", "deep/d/e.txt", ".hid.txt"):
        written(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert found("*") == [Path("a.xyz"), Path("b.txt"), Path("deep/c.txt"), Path("deep/d/e.txt")]
    assert found("deep/**/*.txt") == [Path("deep/c.txt"), Path("deep/d/e.txt")]
    assert found(f"{tmp_path}/[ab].*") == [tmp_path / "a.xyz", tmp_path / "b.txt"]
    [missing] = found("*.html")
    assert str(missing) == "nothing matches *.html"


def test_a_file_that_is_called_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    """Crawlers put question marks into names; nothing else is meant then."""
    odd = written(tmp_path / "list?page=[1].txt")
    written(tmp_path / "list1page=1.txt")
    assert found(str(odd)) == [odd]


def test_a_hyphen_is_the_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is there; a file of that name is ./-."""
    monkeypatch.chdir(tmp_path)
    written(Path("-"))
    assert found("-", "./-") == [STANDARD_INPUT, Path("-")]


def test_what_is_not_there_comes_as_findings(tmp_path: Path) -> None:
    """A missing path, a device and an empty folder are told in their places; the others go on."""
    (tmp_path / "empty").mkdir()
    here = written(tmp_path / "a.txt")
    *errors, last = found(
        str(tmp_path / "none"), str(tmp_path / "empty"), "/dev/null", str(tmp_path)
    )
    assert [type(error) for error in errors] == [
        MissingInputError,
        NoArticlesError,
        MissingInputError,
    ]
    assert last == here
    assert all(isinstance(error, UnreadableInputError) for error in errors)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    """The others of its folder come all the same."""
    here = written(tmp_path / "a.txt")
    (tmp_path / "shut").mkdir(mode=0)
    assert [str(item) for item in found(str(tmp_path))] == [
        str(here),
        f"folder {tmp_path / 'shut'} cannot be read: Permission denied",
    ]
