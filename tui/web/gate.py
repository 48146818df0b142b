"""Who may come in from the network: the address holds a token, and nothing is done without it."""

from __future__ import annotations

import hmac
import re
import secrets
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

from text.errors import UsageError

TOKEN_BYTES = 24
TOKEN = re.compile(r"[A-Za-z0-9_-]{16,128}")
"""What may stand in an address as it is, and is too long to be guessed."""

EVERY_ADDRESS = {"", "0.0.0.0", "::"}  # noqa: S104 - they are recognised here, not listened at


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets those in who know `token` and mean the machine that is called `host`."""

    token: str
    host: str

    @property
    def reach(self) -> str:
        """From where the server can be reached, in words."""
        if is_loopback(self.host):
            return "this machine only"
        return "other machines on the network too, by plain HTTP"

    def address(self, port: int) -> str:
        """What to type into a browser. A server at all addresses goes by this machine's name."""
        host = socket.gethostname() if self.host in EVERY_ADDRESS else self.host
        place = f"[{host}]" if ":" in host else host
        return f"http://{place}:{port}/{self.token}/"

    def admits(self, request: web.BaseRequest, token: str) -> bool:
        """Whether `request`, whose address holds `token`, is one of ours.

        A page elsewhere can point a name of its own at this machine (DNS rebinding), so the name
        that was asked for has to be one of this machine's, or a bare address.
        """
        known = hmac.compare_digest(token.encode(), self.token.encode())
        return known and self._is_ours(_name(request.host))

    def _is_ours(self, name: str) -> bool:
        return name in {"localhost", self.host.lower(), socket.gethostname().lower()} or _is_bare(
            name
        )


def gate_for(host: str, token: str | None) -> Gate:
    """The gate of a server at `host`, with a token of chance unless one is given.

    Raises UsageError for a token that is short or cannot stand in an address, and where others on
    the network could come in by a token that nobody chose.
    """
    if token is None:
        if not is_loopback(host):
            raise UsageError(
                f"--host {host} lets others on the network in; choose who by giving --token too"
            )
        return Gate(secrets.token_urlsafe(TOKEN_BYTES), host)
    if not TOKEN.fullmatch(token):
        raise UsageError("--token needs 16 to 128 letters of a to z, digits, - and _")
    return Gate(token, host)


def is_loopback(host: str) -> bool:
    """Whether only this machine itself reaches `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def comes_from_here(request: web.BaseRequest) -> bool:
    """Whether a page of this very server asks, which browsers tell of every websocket."""
    return urlsplit(request.headers.get("Origin", "")).netloc == request.host


def _name(host: str) -> str:
    """The name in a Host header, without its port; empty for one that makes no sense."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_bare(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
