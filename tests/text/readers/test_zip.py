"""ZIP archives: members with names in any encoding, within bounds, none that does harm."""

from __future__ import annotations

import stat
import struct
from zipfile import ZipInfo

import pytest

from tests.text.readers.making import make_old_zip, make_zip, members, shown
from text.errors import UnreadableInputError
from text.files import SourceFile, TooLargeInputError
from text.readers import zip as reader
from text.readers.broken import BrokenInputError
from text.readers.formats import FORMATS, MB
from text.sources import NoArticlesError


def refusal(data: bytes) -> str:
    """Why the only member of an archive was refused."""
    [found] = members("zip", data)
    assert isinstance(found, UnreadableInputError)
    return str(found)


def test_members_that_are_articles_come_in_their_order() -> None:
    """Named by archive and member, in the format of their suffix; hidden and other ones do not."""
    taken = {"二/b.TXT": "乙", "a.md": "甲", "c.csv": "text\n丙\n"}
    hidden = [".hid.txt", ".git/x.txt", "__MACOSX/._b.txt", "no.xyz", "d/"]
    data = make_zip(taken | dict.fromkeys(hidden, ""))
    found = members("zip", data, encoding="gbk")
    assert shown(found) == [(f"a.zip/{name}", text) for name, text in taken.items()]
    files = [item for item in found if isinstance(item, SourceFile)]
    assert [(file.format.name, file.encoding) for file in files] == [
        *(("txt", "gbk"), ("md", "gbk"), ("csv", "gbk"))
    ]


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-8"])
def test_names_without_a_flag_are_decoded(encoding: str) -> None:
    """As Chinese Windows packed them, and a Mac."""
    names = ["經濟/項目建設.txt", "經濟/一.txt", "plain.txt"]
    found = members("zip", make_old_zip(dict.fromkeys(names, "文"), encoding))
    assert shown(found) == [(f"a.zip/{name}", "文") for name in names]


def test_names_that_are_no_text_do_not_hold_up_their_members() -> None:
    """Some name has to do."""
    data = make_zip({"xxxx.txt": "文"}).replace(b"xxxx", b"\xff\x81\x00\xfe")
    [found] = members("zip", data)
    assert isinstance(found, SourceFile)
    found.source.encode()


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "a/../../b.txt",
        "/etc/a.txt",
        "..\\a.txt",
        "C:\\a.txt",
        "C:a.txt",
        "\\\\h\\s\\a.txt",
    ],
)
def test_names_that_leave_the_archive_are_refused(name: str) -> None:
    """Nothing is written anywhere, but such an archive means no good, and its names mislead."""
    found = members("zip", make_zip({name: "x", "ok.txt": "文"}))
    assert shown(found) == [
        f"a.zip/{name} would leave the archive: it was not taken out",
        ("a.zip/ok.txt", "文"),
    ]


def test_an_archive_in_an_archive_is_refused() -> None:
    """However small it is."""
    assert refusal(make_zip({"b.zip": make_zip({"a.txt": "文"})})) == (
        "a.zip/b.zip is an archive in an archive: unpack it first"
    )


def test_a_link_is_refused() -> None:
    """Its content is a path, no article."""
    link = ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "is a link" in refusal(make_zip({link: "/etc/passwd"}))


def test_an_encrypted_member_is_refused() -> None:
    """Nobody is asked for a password here."""
    data = bytearray(make_zip({"a.txt": "文"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "is encrypted: unpack the archive first" in refusal(bytes(data))


def test_a_damaged_member_does_not_hold_up_the_others() -> None:
    """Its checksum tells."""
    data = make_zip({"a.txt": "甲" * 5, "b.txt": "乙"})
    at = data.index(b"PK\x03\x04") + 30 + len("a.txt")
    bad, good = members("zip", data[:at] + b"\xff" + data[at + 1 :])
    assert isinstance(bad, BrokenInputError)
    assert str(bad).startswith("a.zip/a.txt is not a member that can be unpacked")
    assert isinstance(good, SourceFile)


def test_a_member_that_expands_too_far_is_refused() -> None:
    """By its size, and by how many times its packed size that is."""
    assert "a.zip/a.txt expands to 65 MB; 64 can be read" in refusal(
        make_zip({"a.txt": b" " * (65 * MB)})
    )
    assert "times its size: a bomb" in refusal(make_zip({"a.txt": b" " * (2 * MB)}))


def test_small_members_may_expand_from_nothing() -> None:
    """A page of blanks does no harm."""
    [found] = members("zip", make_zip({"a.txt": b" " * MB}))
    assert isinstance(found, SourceFile)


def test_a_size_that_is_a_lie_gives_no_more_than_it_says() -> None:
    """A member that says that it is small is cut there, and does not match its checksum."""
    data = make_zip({"a.txt": b"a" * (3 * MB)})
    packed = struct.pack("<I", 3 * MB)
    assert data.count(packed) == 2
    assert "not a member that can be unpacked" in refusal(
        data.replace(packed, struct.pack("<I", 9))
    )


def test_an_archive_that_expands_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """All members count, taken or not."""
    monkeypatch.setattr(reader, "LARGEST_EXPANDED", 3 * MB)
    data = make_zip({"a.txt": "文", "b.bin": b" " * (2 * MB), "c.bin": b" " * (2 * MB)})
    with pytest.raises(TooLargeInputError, match=r"a\.zip expands to 4 MB; 3 can be read"):
        members("zip", data)


def test_an_archive_of_too_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted after its directory was read, whose size is looked at before."""
    data = make_zip({f"{number}.txt": "文" for number in range(4)})
    monkeypatch.setattr(reader, "MOST_MEMBERS", 3)
    with pytest.raises(TooLargeInputError, match=r"a\.zip has 4 members; 3 can be read"):
        members("zip", data)
    monkeypatch.setattr(reader, "LARGEST_DIRECTORY", 100)
    with pytest.raises(TooLargeInputError, match=r"a\.zip has too many members"):
        members("zip", data)


def test_a_directory_of_millions_is_refused_unread() -> None:
    """Python would keep a gigabyte about them."""
    entry = b"PK\x01\x02" + bytes(42)
    directory = entry * 400_000
    end = b"PK\x05\x06" + bytes(8) + struct.pack("<II", len(directory), 0) + bytes(2)
    with pytest.raises(TooLargeInputError, match=r"a\.zip has too many members"):
        members("zip", directory + end)


@pytest.mark.parametrize("content", [{}, {"a.xyz": "x"}, {".a.txt": "x"}], ids=repr)
def test_an_archive_without_articles_is_told(content: dict[str, str]) -> None:
    """With the suffixes that count."""
    with pytest.raises(NoArticlesError, match=r"a\.zip has no articles in it \(\.txt, "):
        members("zip", make_zip(dict(content)))


@pytest.mark.parametrize("data", [b"", "文".encode(), make_zip({"a.txt": "文"})[:-30]], ids=len)
def test_what_is_no_archive_is_told(data: bytes) -> None:
    """In one error."""
    with pytest.raises(BrokenInputError, match=r"a\.zip is not a ZIP archive"):
        members("zip", data)


def test_every_format_can_stand_in_an_archive() -> None:
    """But for archives."""
    names = [f"a{kind.suffixes[0]}" for kind in FORMATS.values() if kind.name != "zip"]
    found = members("zip", make_zip(dict.fromkeys(names, "x")))
    assert [item.source for item in found if isinstance(item, SourceFile)] == [
        f"a.zip/{name}" for name in names
    ]
