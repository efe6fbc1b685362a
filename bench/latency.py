"""From the moment a brief is saved to the moment its new text is served, with the preview of a tool running."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPException
from pathlib import Path
from time import perf_counter, sleep
from urllib.request import urlopen

from tornado.websocket import websocket_connect

from bench.tools import Tool

ROOT = Path(__file__).resolve().parents[1]


def serve_latency(site: Path, rounds: int = 5) -> tuple[float, list[float]]:
    """Seconds until the preview is up, and seconds from each save to the new text, one a round."""
    begun = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "annotated_briefings", "--site", str(site), "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    if process.stdout is None:
        raise RuntimeError("the preview says nothing")
    try:
        found = next(m for line in process.stdout if (m := re.search(r"http://[\d.:]+/", line)))
        up = perf_counter() - begun
        brief = sorted((site / "briefings").rglob("*.md"))[1]
        return up, asyncio.run(_rounds(found[0], brief, rounds))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


async def _rounds(address: str, brief: Path, rounds: int) -> list[float]:
    # A browser that shows an older page than the preview has is told to load it again.
    urlopen(address).read()
    browser = await websocket_connect(address.replace("http", "ws") + "livereload")
    for message in ({"command": "hello"}, {"command": "info", "url": address}):
        await browser.write_message(json.dumps(message))
    await browser.read_message()
    page, text = f"{address}briefs/{brief.stem}/", brief.read_text(encoding="utf-8")
    urlopen(page).read()
    times: list[float] = []
    try:
        for number in range(rounds):
            # The pages of other briefs are brought in line before the next save.
            await asyncio.sleep(4)
            mark = f"Saved for the {number}th time."
            begun = perf_counter()
            brief.write_text(f"{text.rstrip()}\n\n{mark}\n", encoding="utf-8")
            await browser.read_message()
            if mark not in urlopen(page).read().decode():
                raise RuntimeError("the browser was told to reload before the new text was there")
            times.append(perf_counter() - begun)
    finally:
        brief.write_text(text, encoding="utf-8")
        browser.close()
    return times


def hugo_latency(tool: Tool, folder: Path, slug: str, rounds: int = 3) -> tuple[float, list[float]]:
    """The same for Hugo's server, which is asked for the page again and again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = perf_counter()
    process = subprocess.Popen(
        [tool.command[0], "server", "--quiet", "--bind", "127.0.0.1", "--port", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address, file = f"http://127.0.0.1:{port}/briefs/{slug}/", folder / tool.content / f"{slug}.md"
    try:
        _wait_for(address, "</html>")
        up = perf_counter() - begun
        times: list[float] = []
        for number in range(rounds):
            sleep(3)
            mark = f"Saved for the {number}th time."
            begun = perf_counter()
            file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\n{mark}\n", encoding="utf-8")
            _wait_for(address, mark)
            times.append(perf_counter() - begun)
        return up, times
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait_for(address: str, text: str, most: float = 300) -> None:
    end = perf_counter() + most
    while perf_counter() < end:
        try:
            if text in urlopen(address).read().decode():
                return
        except (OSError, HTTPException):
            pass  # not up yet, or the page is just being written
        sleep(0.005)
    raise RuntimeError(f"{address} never showed the new text")
