"""The command line: `jinbiao [--db FILE] [--as NAME] [--scheme FILE] COMMAND`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tui.cli.group import CommandLine
from tui.cli.settings import Settings
from tui.language import Language


@click.group(
    cls=CommandLine,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    commands_in={
        "review": "tui.cli.review",
        "tour": "tui.cli.tour",
        "serve": "tui.cli.serve",
        "import": "tui.cli.import_",
        "clean": "tui.cli.clean",
        "suggest": "tui.cli.suggest",
        "export": "tui.cli.export",
        "validate": "tui.cli.validate",
        "stats": "tui.cli.stats",
        "eval": "tui.cli.eval_",
        "history": "tui.cli.history",
        "merge": "tui.cli.merge",
        "backup": "tui.cli.backup",
        "check": "tui.cli.check",
    },
)
@click.option(
    "--db",
    type=click.Path(path_type=Path, readable=False),
    envvar="JINBIAO_DB",
    default=Path("jinbiao.db"),
    metavar="FILE",
    show_default=True,
    show_envvar=True,
    help="The store: articles, suggestions and decisions in one SQLite file.",
)
@click.option(
    "--as",
    "given_person",
    envvar="JINBIAO_AS",
    metavar="NAME",
    show_envvar=True,
    help="Whose decisions are shown and made.  [default: the login's name]",
)
@click.option(
    "--scheme",
    "scheme_path",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="A TOML file of labels and attributes.  [default: policy]",
)
@click.option(
    "--group",
    is_flag=True,
    help="Let everybody in the group of the store and its folder write it, from now on.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(Language, case_sensitive=False),
    envvar="JINBIAO_LANG",
    show_envvar=True,
    help="The language of the bench.  [default: what was chosen last, else the locale's]",
)
@click.version_option(package_name="jinbiao", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context, /, **given: Any) -> None:
    """Turn Chinese policy and industry news into a gold set, span by span, in the terminal.

    `jinbiao review PATH…` is where to begin: it imports what is new and opens the bench.
    """
    context.obj = Settings(**given)
