"""ZIP archives: each member that is an article or a table, within bounds."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PureWindowsPath
from zipfile import ZipFile, ZipInfo

from text.errors import UnreadableInputError
from text.files import SourceFile, TooLargeInputError
from text.readers.broken import whole
from text.readers.choices import Columns
from text.readers.formats import MB, SUFFIXES, Format, format_of, is_article_name
from text.reading import decode_bytes
from text.sources import NoArticlesError

MOST_MEMBERS = 50_000
LARGEST_DIRECTORY = 16 * MB
LARGEST_EXPANDED = 1024 * MB
"""All members together, in bytes."""

LARGEST_RATIO = 200
"""How many times its size a member may expand to: news does three to ten, zeros a thousand."""

NO_HARM = MB
"""Up to this size in bytes a member may expand from nothing."""

_END = b"PK\x05\x06"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_UNKNOWN = "cp437"


class RefusedMemberError(UnreadableInputError):
    """A member that is not taken out of its archive, for it may do harm or cannot be read."""


def members(file: SourceFile, _columns: Columns) -> Iterator[SourceFile | UnreadableInputError]:
    """The members that are articles by their suffix, in the order of the archive; hidden ones not.

    A member that is refused comes as the error that says why. Raises UnreadableInputError for an
    archive that is none, or that is a bomb.
    """
    with opened(file) as archive:
        refuse_bomb(file.source, archive)
        found = False
        for info, name in _named(archive):
            if name.endswith(("/", "\\")):
                continue
            source = f"{file.source}/{name}"
            if _leaves(name):
                found = True
                yield RefusedMemberError(f"{source} would leave the archive: it was not taken out")
            elif kind := _kind(name):
                found = True
                yield _member(archive, info, SourceFile(source, b"", kind, file.encoding))
    if not found:
        raise NoArticlesError(f"{file.source} has no articles in it ({', '.join(SUFFIXES)})")


def opened(file: SourceFile, what: str = "a ZIP archive") -> ZipFile:
    """The archive that `file` is, `what` it is for people; its directory is read.

    Raises UnreadableInputError.
    """
    # Python keeps some 700 bytes for each of the entries, and a directory can hold millions.
    end = file.data.rfind(_END, 0, max(0, len(file.data) - 18))
    size = int.from_bytes(file.data[end + 12 : end + 16], "little")
    if end >= 0 and size > LARGEST_DIRECTORY:
        raise TooLargeInputError(f"{file.source} has too many members: split it")
    with whole(file.source, what):
        return ZipFile(io.BytesIO(file.data))


def refuse_bomb(source: str, archive: ZipFile) -> None:
    """Raise TooLargeInputError where the members are too many or expand to too much.

    The sizes are those that the archive declares; Python's zipfile gives no more than those out.
    """
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise TooLargeInputError(
            f"{source} has {len(infos):,} members; {MOST_MEMBERS:,} can be read: split it"
        )
    expanded = sum(info.file_size for info in infos)
    if expanded > LARGEST_EXPANDED:
        raise TooLargeInputError(
            f"{source} expands to {expanded // MB:,} MB;"
            f" {LARGEST_EXPANDED // MB:,} can be read: split it"
        )


def _named(archive: ZipFile) -> Iterator[tuple[ZipInfo, str]]:
    """Each member with its name.

    Names are UTF-8 where their flag says so. Elsewhere they may be in any encoding of the machine
    that packed them, GB18030 on a Chinese Windows; Python takes them for its cp437.
    """
    infos = archive.infolist()
    unflagged = [_name_bytes(info) for info in infos if not info.flag_bits & _UTF8_NAME]
    try:
        # All of them together say more about their encoding than each alone.
        encoding = decode_bytes(b"\n".join(unflagged), "").encoding
    except UnreadableInputError:
        encoding = _UNKNOWN
    for info in infos:
        flagged = info.flag_bits & _UTF8_NAME
        yield info, info.filename if flagged else _name_bytes(info).decode(encoding, "replace")


def _name_bytes(info: ZipInfo) -> bytes:
    return info.orig_filename.encode(_UNKNOWN)


def _leaves(name: str) -> bool:
    windows = PureWindowsPath(name)  # knows backslashes and drives besides
    return bool(windows.anchor) or ".." in windows.parts


def _kind(name: str) -> Format | None:
    """The format of a member that counts as an article by its name, else None."""
    *folders, last = name.replace("\\", "/").split("/")
    hidden = any(folder.startswith(".") or folder == "__MACOSX" for folder in folders)
    return format_of(last) if not hidden and is_article_name(last) else None


def _member(archive: ZipFile, info: ZipInfo, file: SourceFile) -> SourceFile | UnreadableInputError:
    if reason := _refused(info, file.format):
        return RefusedMemberError(f"{file.source} {reason}")
    try:
        with whole(file.source, "a member that can be unpacked"):
            return replace(file, data=archive.read(info))
    except UnreadableInputError as error:
        return error


def _refused(info: ZipInfo, kind: Format) -> str | None:
    if kind.name == "zip":
        return "is an archive in an archive: unpack it first"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link, and was not followed"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted: unpack the archive first"
    if info.file_size > kind.largest:
        return f"expands to {info.file_size // MB:,} MB; {kind.largest // MB} can be read: split it"
    if info.file_size > NO_HARM and info.file_size > LARGEST_RATIO * info.compress_size:
        return f"expands to {info.file_size // max(1, info.compress_size)} times its size: a bomb"
    return None
