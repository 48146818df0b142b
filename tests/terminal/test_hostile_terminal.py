"""A hostile file in a real terminal: not one escape byte of it arrives there."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.terminal.conftest import Open
from tests.terminal.test_review import jinbiao

HOSTILE = (
    "[/nope][@click=app.quit]危险[/]\x1b]0;OWNED\x07\x1b]52;c;T1dORUQ=\x07\n"
    "\x1bc\x1b[2J\x1b[31m红\x9b5n \u202e左\u2066 \u200b\n" + "产值突破" * 260_000 + "\x1b[6n。\n"
)
FORBIDDEN = (
    *(b"\x1b]0;OWNED", b"\x1b]52", b"\x1bc", b"\x1b[5n"),
    *(c.encode() for c in "\x9b\u202e\u2066\u200b"),
)


def test_a_hostile_file_is_shown_and_exported_harmlessly(terminal: Open, tmp_path: Path) -> None:
    """Escapes, markup, bidi and a megabyte on a line: shown as stand-ins, exported as text."""
    source, db, log = tmp_path / "危险.txt", str(tmp_path / "h.db"), tmp_path / "log"
    source.write_text(HOSTILE, encoding="utf-8")
    window = terminal("--db", db, "--as", "甲", "review", str(source))
    window.start(log=log)
    window.wait_for("[/nope][@click=app.quit]")
    window.keys("v", "l", "l", "2")
    window.wait_for("saved")
    window.keys("n", "S", "?", "q", "L", "L", "j", "j", "j", "d", "d")
    window.wait_for("all articles are done")
    assert "OWNED" not in window.title
    window.keys("q")
    assert window.wait_for_end() == 0
    written = log.read_bytes()
    for forbidden in FORBIDDEN:
        assert forbidden not in written
    assert not re.search(rb"\x1b\[2J\x1b\[31m", written)

    assert jinbiao("--db", db, "export", "--out", str(tmp_path / "h.jsonl")).returncode == 0
    exported = (tmp_path / "h.jsonl").read_text("utf-8")
    assert "\x1b" not in exported
    line = json.loads(exported)
    assert "\x1b" not in line["text"]
    assert [line["text"][s["start"] : s["end"]] for s in line["spans"]] == [
        s["text"] for s in line["spans"]
    ]
