"""What around a store endangers it: the SQLite in use, and the file system that it lies on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from store.driver import driver

_MOUNTS = Path("/proc/self/mountinfo")

_NETWORK = {
    *("9p", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone"),
    *("fuse.s3fs", "fuse.sshfs", "gfs2", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"),
    *("vboxsf", "virtiofs"),
}


def dangers(store: Path) -> Iterator[str]:
    """What may damage the store at `store` although nothing is wrong yet, and what to do."""
    if has_wal_reset_bug(driver.sqlite_version_info):
        yield (
            f"SQLite {driver.sqlite_version} can damage a store that two programs write at once"
            " (the WAL-reset bug); install pysqlite3 0.6.1, or a Python with SQLite 3.51.3, and"
            " until then open a store only once at a time"
        )
    kind = file_system(store)
    if kind in _NETWORK:
        yield (
            f"the store lies on a network file system ({kind}), where SQLite cannot keep two"
            " machines apart; move it to a local disk, or let only one machine use it"
        )


def has_wal_reset_bug(version: tuple[int, ...]) -> bool:
    """Whether this SQLite can damage a WAL that several write (https://sqlite.org/wal.html)."""
    mended = version >= (3, 51, 3) or (version[:2] == (3, 50) and version >= (3, 50, 7))
    mended = mended or (version[:2] == (3, 44) and version >= (3, 44, 6))
    return version >= (3, 7) and not mended


def file_system(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """The kind of file system that `path` lies on, as Linux calls it; None where nobody knows."""
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    where = path.resolve()
    found: tuple[int, str] | None = None
    for line in table.splitlines():
        # proc(5): … mount point at 5, a dash after the optional fields, then the kind.
        head, _, tail = line.partition(" - ")
        point = Path(re.sub(r"\\([0-7]{3})", _octal, head.split(" ")[4]))
        # The last of several mounts on one point hides the others.
        if where.is_relative_to(point) and (found is None or len(point.parts) >= found[0]):
            found = len(point.parts), tail.split(" ")[0]
    return found and found[1]


def _octal(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 8))
