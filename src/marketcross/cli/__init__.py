"""One command, ``marketcross``. Each file in this folder is one of its words and exposes ``command``.

A file whose name begins with an underscore is no word: it holds what several words share.
"""

import sys
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules

import click


class _Words(click.Group):
    """Loads a word's module only when it is used, so that ``marketcross law show`` need not load charts and PDF."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{__name__}.{name}").command
        return command


@click.group(cls=_Words, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="marketcross")
def main() -> None:
    """Market Cross: from published figures to a statement, and from rules to an explained answer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter shows its number instead
            stream.reconfigure(errors="backslashreplace")
