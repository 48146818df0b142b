"""Nobody gets in without the token, from another page, or by another name of this machine."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import WSMsgType
from aiohttp.test_utils import TestClient, TestServer

from tests.cli.conftest import folder, jinbiao  # noqa: F401 - fixtures
from tests.cli.running import Jinbiao, one_line
from text.errors import UsageError
from tui.web.gate import TOKEN, gate_for, is_loopback
from tui.web.server import FILES, BenchServer

KEY = "a-token-of-some-length"
Client = TestClient[aiohttp.web.Request, aiohttp.web.Application]


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    """Asks a server whose visitors get a process that ends at once."""
    server = BenchServer(gate_for("127.0.0.1", KEY), "exec echo __GANGLION__", "exit 1")
    async with TestClient(TestServer(server.app())) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/wrong/", f"/{KEY}x/", f"/{KEY[:-1]}/", f"/{KEY.upper()}/", f"/?token={KEY}"),
        *("/static/page.js", "/wrong/static/page.js", "/wrong/socket", "/socket", "/nonsense"),
        *("/..%2f", "//", "/令牌/", f"/{KEY}/nonsense", f"/{KEY}/static/a/b", f"/{KEY}"),
    ],
)
async def test_what_lacks_the_token_is_refused(client: Client, path: str) -> None:
    """Pages, files and the socket alike; so is what there is not."""
    async with client.get(path) as answer:
        assert answer.status == 403
        assert KEY not in await answer.text()


async def test_with_the_token_there_is_a_page_with_its_files(client: Client) -> None:
    """And no other file, of ours or of the system's."""
    async with client.get(f"/{KEY}/") as answer:
        assert answer.status == 200
        page = await answer.text()
    for name in FILES:
        async with client.get(f"/{KEY}/static/{name}") as answer:
            assert answer.status == 200
    assert all(f"static/{name}" in page for name in FILES if not name.endswith(".ttf"))
    for name in ("page.html", "..%2fserver.py", "%2fetc%2fpasswd", "nonsense"):
        async with client.get(f"/{KEY}/static/{name}") as answer:
            assert answer.status == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *[("evil.example", 403), ("evil.example:8000", 403), ("localhost.evil.example", 403)],
        *[("[::1", 403), ("", 403), ("127.0.0.1.evil.example", 403)],
        *[("localhost:9000", 200), ("127.0.0.1", 200), ("[::1]:8000", 200), ("LOCALHOST", 200)],
    ],
)
async def test_a_name_of_anothers_is_refused(client: Client, host: str, status: int) -> None:
    """A page elsewhere may point its own name here; a tunnel may change the port."""
    async with client.get(f"/{KEY}/", headers={"Host": host}) as answer:
        assert answer.status == status
        assert "evil" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:1"])
async def test_a_socket_that_another_page_asks_for_is_refused(
    client: Client, origin: str | None
) -> None:
    """Even with the token, which a page elsewhere cannot know."""
    headers = {"Origin": origin} if origin else {}
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await client.ws_connect(f"/{KEY}/socket", headers=headers)
    assert refused.value.status == 403


async def test_the_page_has_a_socket_which_closes_when_the_process_ends(client: Client) -> None:
    """The process of this server's visitors ends at once."""
    origin = str(client.make_url("/")).rstrip("/")
    async with client.ws_connect(f"/{KEY}/socket?width=no", headers={"Origin": origin}) as through:
        message = await through.receive(timeout=30)
        assert message.type in {WSMsgType.CLOSE, WSMsgType.CLOSED}


async def test_nothing_is_loaded_from_elsewhere(client: Client) -> None:
    """The policy names no other place, nor do the page and our own files."""
    async with client.get(f"/{KEY}/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        page = await answer.text()
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    host = f"{client.host}:{client.port}"
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "http:" not in policy
    assert "https:" not in policy
    assert page.replace(f"ws://{host}/", "").count("://") == 0
    for name in ("page.css", "page.js"):
        assert "://" not in FILES[name].read_text(encoding="utf-8")


def test_a_token_of_chance_is_long_and_new_each_time() -> None:
    """On this machine alone none needs to be chosen."""
    tokens = {gate_for("127.0.0.1", None).token for _ in range(20)}
    assert len(tokens) == 20
    assert all(TOKEN.fullmatch(token) and len(token) >= 32 for token in tokens)


@pytest.mark.parametrize(
    "token", ["", "short", "with spaces and more", "令牌令牌令牌令牌令牌令牌令牌令牌", "a" * 129]
)
def test_a_token_that_can_be_guessed_or_not_be_written_is_refused(token: str) -> None:
    """It says what a token is made of."""
    with pytest.raises(UsageError, match="16 to 128"):
        gate_for("127.0.0.1", token)


def test_this_machine_is_known() -> None:
    """By its names and addresses; what is not known is not taken for it."""
    assert all(map(is_loopback, ["localhost", "127.0.0.1", "127.8.8.8", "::1"]))
    assert not any(map(is_loopback, ["::", "192.168.0.1", "example.org", ""]))


def test_an_address_leads_to_the_server_and_says_who_reaches_it() -> None:
    """One for all addresses is reached under this machine's name."""
    reached = {host: gate_for(host, KEY) for host in ("127.0.0.1", "::1", "::", "192.0.2.7")}
    assert [gate.address(80) for gate in reached.values()] == [
        f"http://{place}:80/{KEY}/"
        for place in ("127.0.0.1", "[::1]", socket.gethostname(), "192.0.2.7")
    ]
    assert ["only" in gate.reach for gate in reached.values()] == [True, True, False, False]


@pytest.mark.parametrize("host", ["::", "192.168.1.7", "machine.example"])
def test_the_network_is_let_in_only_by_a_token_that_was_chosen(
    jinbiao: Jinbiao,  # noqa: F811 - the fixture
    host: str,
) -> None:
    """Said in one line, before anything is opened."""
    ended = jinbiao("serve", "--host", host)
    assert ended.status == 2
    assert "--token" in one_line(ended.stderr)
    assert not list(Path().glob("*.db"))


def test_a_port_that_is_taken_is_told(jinbiao: Jinbiao, tmp_path: Path) -> None:  # noqa: F811
    """In one line that names it."""

    (tmp_path / "a.txt").write_text("嘉善县委书记江海洋表示。\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = jinbiao("serve", "a.txt", "--port", port)
    assert ended.status == 2
    told = "Address already in use; --port 0 takes any that is free"
    assert one_line(ended.stderr) == f"cannot serve at 127.0.0.1, port {port}: {told}"
