"""The command line: each file of this folder with a click command named `command` is one command of the program."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from pathlib import Path

import click

from foedus.nouns import FoedusError

_NO_COMMANDS = {"__init__", "output"}


class Commands(click.Group):
    """A group that finds its commands by file name and imports one only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = {path.stem for path in Path(__file__).parent.glob("*.py")} - _NO_COMMANDS
        return sorted(name.replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"foedus.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        from foedus.shelf import did_you_mean

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = did_you_mean(args[0], self.list_commands(ctx)) if args else ""
            raise click.UsageError(error.message.rstrip(".") + near, ctx) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="foedus")
def program() -> None:
    """What did a security alliance promise, did the promise come due, and was it kept?"""


def main() -> int:
    """Run the program: 0 done, 1 the answer is that something is wrong, 2 wrong usage or unreadable input."""
    try:
        return program.main(standalone_mode=False) or 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except FoedusError as error:
        click.echo(f"foedus: {error}", err=True)
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("foedus: stopped", err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT):
            raise
        click.echo(f"foedus: {error.filename or 'a file'} cannot be written or read: {error.strerror}", err=True)
        return 2
