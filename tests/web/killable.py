"""A process for the kill test: supervises a cluster in the folder given, and writes numbers, saying each that is kept.

Run as ``python killable.py FOLDER FIRST LAST``. It prints a number only after its commit was acknowledged.
"""

import sys
from pathlib import Path

import psycopg

from marketcross.web.core.database.supervisor import running


def main(folder: str, first: int, last: int) -> None:
    with running(Path(folder)) as server, psycopg.connect(server.url(), autocommit=True) as connection:
        print("postmaster", server.process.pid if server.process else 0, flush=True)
        for number in range(first, last):
            connection.execute("INSERT INTO kept VALUES (%s)", [number])
            print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
