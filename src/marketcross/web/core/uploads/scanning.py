"""Ask the installation's virus scanner about a file.

The program is started with the file's path as its only word. It ends with 0 for a clean file and with 1 for one that
must go, as clamdscan does; anything else means that it could not tell, and the file goes on waiting.
"""

import subprocess
from pathlib import Path

LONGEST_SECONDS = 120
CLEAN, FOUND = 0, 1


class ScanFailed(Exception):
    """The scanner could not tell; the job tries again later."""


def is_clean(path: Path, *, program: Path) -> bool:
    """Whether ``program`` calls the file clean.

    :raises ScanFailed: it did not start, took too long, or ended with neither 0 nor 1.
    """
    try:
        ended = subprocess.run([program, path], stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ScanFailed(type(error).__name__) from error
    if ended.returncode not in (CLEAN, FOUND):
        raise ScanFailed(f"the scanner ended with {ended.returncode}")
    return ended.returncode == CLEAN
