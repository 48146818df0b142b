"""The worker process: asked in JSON lines, it answers, and it leaves when nobody needs it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from suggest.client import Request, Worker, WorkerError
from suggest.messages import line, request_message
from suggest.version import SUGGESTER, VERSION

SENTENCE = "杭州的浙江大学校长王大明在北京说。"


async def gone(process_id: int) -> bool:
    """Whether the process ends within some seconds (a zombie of init counts as ended)."""
    for _ in range(100):
        status = Path(f"/proc/{process_id}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        await asyncio.sleep(0.1)
    return False


def process_id(worker: Worker) -> int:
    process = worker._process
    assert process is not None
    return process.pid


async def test_it_suggests_with_progress() -> None:
    """An article comes back with suggestions whose offsets hold, and progress up to the whole."""
    seen: list[float] = []
    async with Worker() as worker:
        answer = await worker.suggest(Request("a", SENTENCE), seen.append)
    words = {SENTENCE[s.start : s.end]: s.label for s in answer.suggestions}
    assert (answer.id, answer.suggester, answer.version) == ("a", SUGGESTER, VERSION)
    assert words["王大明"] == "PER"
    assert seen[-1] == 1.0


async def test_it_tells_what_a_line_may_be_read_as() -> None:
    """Names as LAC has them and spans of the grammars, with offsets of the line."""
    line = "省科技厅副厅长王大明表示,全年增长6%。"
    async with Worker() as worker:
        found = await worker.readings(line)
    words = {(line[span.start : span.end], span.label) for span in found}
    assert {("王大明", "PER"), ("副厅长", "TITLE"), ("省科技厅", "ORG")} <= words
    assert any(label in ("TARGET", "RESULT") for _, label in words)


async def test_a_long_article_is_one_line() -> None:
    """An answer far beyond the usual limit of a stream's line (64 KiB) arrives whole."""
    async with Worker() as worker:
        answer = await worker.suggest(Request("long", "济南市。\n" * 10_000))
    assert len(answer.suggestions) == 10_000


async def test_a_bad_request_does_not_end_it() -> None:
    """A request that cannot be carried out is refused in words; the next one is served."""
    async with Worker() as worker:
        with pytest.raises(WorkerError, match="no answer for bad"):
            await worker.suggest(Request("bad", 7))  # type: ignore[arg-type] - that is the point
        assert (await worker.suggest(Request("good", SENTENCE))).suggestions


async def test_requests_take_turns() -> None:
    """Asked for several articles at once it answers each with its own."""
    async with Worker() as worker:
        texts = [SENTENCE * n for n in (3, 1, 2)]
        answers = await asyncio.gather(
            *(worker.suggest(Request(str(n), text)) for n, text in enumerate(texts))
        )
    assert [answer.id for answer in answers] == ["0", "1", "2"]
    assert [max(s.end for s in a.suggestions) // len(SENTENCE) for a in answers] == [2, 0, 1]


async def test_what_is_short_does_not_wait_for_what_is_long() -> None:
    """An article, its words and a line are answered while a book is under way."""
    async with Worker() as worker:
        book = asyncio.create_task(worker.suggest(Request("book", SENTENCE * 6_000)))
        assert (await worker.suggest(Request("article", SENTENCE))).suggestions
        assert await worker.words(SENTENCE)
        assert await worker.readings(SENTENCE)
        assert not book.done()
        os.kill(process_id(worker), signal.SIGKILL)
        with pytest.raises(WorkerError, match="ended"):
            await book


async def test_of_two_long_articles_the_newer_comes_first() -> None:
    """Also where the older one is under way: it stands still, and is answered after it."""
    begun = asyncio.Event()
    async with Worker() as worker:
        older = Request("older", SENTENCE * 3_000)
        book = asyncio.create_task(worker.suggest(older, lambda _: begun.set()))
        await begun.wait()
        assert (await worker.suggest(Request("newer", SENTENCE * 1_500))).id == "newer"
        assert not book.done()
        assert (await book).id == "older"


async def test_no_article_waits_for_words() -> None:
    """What knows words takes long to load, and longer for a book."""
    async with Worker() as worker:
        words = asyncio.create_task(worker.words(SENTENCE * 20_000))
        assert (await worker.suggest(Request("article", SENTENCE))).suggestions
        assert not words.done()
        os.kill(process_id(worker), signal.SIGKILL)
        with pytest.raises(WorkerError, match="ended"):
            await words


async def test_the_words_of_an_article_do_not_wait_for_those_of_a_book() -> None:
    """The book is the one left; its words come after all."""
    async with Worker() as worker:
        assert await worker.words(SENTENCE)
        book = asyncio.create_task(worker.words(SENTENCE * 60_000))
        await asyncio.sleep(0)
        assert len(await worker.words(SENTENCE)) > 5
        assert not book.done()
        assert len(await book) > 60_000


async def test_an_abandoned_request_does_not_confuse_the_next() -> None:
    """The answer to a cancelled request is not taken for that of the one after it."""
    async with Worker() as worker:
        task = asyncio.create_task(worker.suggest(Request("left", SENTENCE * 200)))
        await asyncio.sleep(0.05)
        task.cancel()
        answer = await worker.suggest(Request("next", SENTENCE))
    assert max(s.end for s in answer.suggestions) <= len(SENTENCE)


async def test_a_dead_worker_is_reported() -> None:
    """Killed from outside, it gives an error that says so; closing is still clean."""
    async with Worker() as worker:
        os.kill(process_id(worker), signal.SIGKILL)
        with pytest.raises(WorkerError, match="ended"):
            await worker.suggest(Request("a", SENTENCE))


async def test_asking_before_starting_is_refused() -> None:
    """A worker that was not started, or is closed, says that it is not running."""
    worker = Worker()
    with pytest.raises(WorkerError, match="not running"):
        await worker.suggest(Request("a", SENTENCE))


async def test_close_leaves_no_process() -> None:
    """After close the process is gone, and closing again does nothing."""
    worker = Worker()
    await worker.start()
    pid = process_id(worker)
    await worker.close()
    await worker.close()
    assert not Path(f"/proc/{pid}").exists()


async def test_it_ends_when_the_app_is_killed() -> None:
    """A killed app cannot close it: it notices and leaves."""
    program = (
        "import asyncio\n"
        "from suggest.client import Worker\n"
        "async def main():\n"
        "    worker = Worker()\n"
        "    await worker.start()\n"
        "    print(worker._process.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    app = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert app.stdout is not None
    worker_id = int(app.stdout.readline())
    app.kill()
    app.wait()
    app.stdout.close()
    assert await gone(worker_id)


def test_nothing_but_messages_on_its_output() -> None:
    """Fed by a pipe it answers every line, refuses what is no request, and ends with its input."""
    requests = b"no json\n[]\n" + line(request_message(Request("a", SENTENCE), 3))
    done = subprocess.run(
        [sys.executable, "-m", "suggest.worker"], input=requests, capture_output=True, check=True
    )
    messages = [json.loads(answer) for answer in done.stdout.splitlines()]
    kinds = [message["type"] for message in messages if message["type"] != "progress"]
    assert kinds[0] == "ready"
    assert sorted(kinds[1:]) == ["answer", "error", "error"]


def test_the_client_loads_no_model() -> None:
    """What the drawing process imports brings neither numpy nor onnxruntime nor jieba with it."""
    program = (
        "import sys, suggest.client, suggest.version\n"
        "print({'numpy', 'onnxruntime', 'jieba', 'opencc'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
