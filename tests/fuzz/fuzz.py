"""``python tests/fuzz/fuzz.py [SECONDS] [TARGET ...]``: looks for bytes that break a target, led by what they reach.

Each target has its share of the time. What breaks one is kept in ``tests/fuzz/found/``, where the suite runs it from
then on. Needs atheris.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz_seeds import SEEDS

FOUND = Path(__file__).parent / "found"


def _fuzz(name: str, arguments: list[str]) -> None:
    # Only the processes that fuzz count what code is reached.
    import atheris

    with atheris.instrument_imports(include=["annotated_briefings", "markdown_it", "mdit_py_plugins"]):
        from fuzz_targets import TARGETS
    atheris.Setup([name, *arguments], TARGETS[name])
    atheris.Fuzz()


def _run(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; whether nothing was found."""
    with TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS[name]):
            (Path(folder) / f"seed-{number}").write_bytes(seed)
        command = [
            sys.executable,
            __file__,
            "--only",
            name,
            folder,
            f"-max_total_time={seconds}",
            "-timeout=30",
            "-rss_limit_mb=4096",
            "-max_len=20000",
            "-verbosity=0",
            "-print_final_stats=1",
            f"-artifact_prefix={FOUND / name}-",
        ]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    printed = [line for line in done.stderr.splitlines() if not line.startswith("INFO: Instr")]
    runs = next((line.split()[-1] for line in printed if "number_of_executed_units" in line), "?")
    print(f"{name}: {runs} inputs in {seconds} s, {'nothing found' if not done.returncode else 'BROKEN'}", flush=True)
    if done.returncode:
        print("\n".join(printed)[-3000:], flush=True)
    return not done.returncode


def main() -> int:
    """Fuzz all targets, or those that are named."""
    if sys.argv[1:2] == ["--only"]:
        _fuzz(sys.argv[2], sys.argv[3:])
        return 0
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    names = sys.argv[2:] or list(SEEDS)
    FOUND.mkdir(exist_ok=True)
    # All of them, whatever the first ones give.
    broken = [name for name in names if not _run(name, max(1, seconds // len(names)))]
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
