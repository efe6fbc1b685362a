"""From the moment a brief is saved to the moment its new text is served, with ``serve`` running."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from urllib.request import urlopen

from tornado.websocket import websocket_connect

ROOT = Path(__file__).resolve().parents[1]


def serve_latency(site: Path, rounds: int = 5) -> tuple[float, list[float]]:
    """Seconds until the preview is up, and seconds from each save to the new text, one a round."""
    begun = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "--site", str(site), "serve", "--port", "0"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
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
