"""``python -m marketcross`` is the command ``marketcross``."""

from marketcross.cli import main

main()
