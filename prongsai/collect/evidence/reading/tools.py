"""Programs that look into files from strangers: each a process of its own, with limits."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from threading import Timer

SECONDS = 30
MEMORY = 1_500_000_000  # bytes of address space
MOST_OUTPUT = 40_000_000  # bytes


def run(command: Sequence[str], *, seconds: float | None = None) -> bytes | None:
    """Run a program without a shell and give what it wrote, errors included.

    returns  what it wrote before it ended, was too slow or wrote too much; None if it is not installed.
    """
    env = {"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
        )
    except OSError:
        return None
    with process:
        with suppress(OSError):  # it may be gone already
            resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        timer = Timer(SECONDS if seconds is None else seconds, process.kill)
        timer.start()
        try:
            written = process.stdout.read(MOST_OUTPUT) if process.stdout else b""
        finally:
            timer.cancel()
            process.kill()
    return written
