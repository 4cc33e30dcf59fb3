"""The command line: every command is a thin skin over one call of the library.

Exit status: 0 fine, 1 findings of severity error, 2 bad input or usage. Heavy imports stand inside the
commands, so that ``wenxiao --help`` answers at once.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from wenxiao.cli import documents, lookup, packages
from wenxiao.cli.options import BAD_INPUT, FINE, INTERRUPTED
from wenxiao.errors import WenxiaoError
from wenxiao.settings import ENGINE_VERSION

_COMMANDS = (
    packages.new,
    packages.check,
    packages.evaluate,
    packages.why,
    packages.facts,
    packages.report,
    packages.verify,
    documents.audit,
    documents.figures,
    documents.claims,
    lookup.standards,
    lookup.rules,
    lookup.explain,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; every foreseeable failure is one clear message."""
    _speak_chinese()
    try:
        status = cli.main(args=arguments, prog_name="wenxiao", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except WenxiaoError as error:
        click.echo(f"错误：{error}", err=True)
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断。已经写好的文件都是完整的，没有留下半成品。", err=True)
        return INTERRUPTED
    return status if isinstance(status, int) else FINE


def _speak_chinese() -> None:
    """Let click's own words (usage, errors) come from our catalogue, whatever the machine's locale."""
    os.environ["LANGUAGE"] = "zh_CN"
    gettext.bindtextdomain("messages", str(Path(__file__).parent.parent / "locale"))


@click.group(commands=_COMMANDS, epilog="每条命令的用法和例子：wenxiao 命令 --help")
@click.version_option(ENGINE_VERSION, "--version", message="wenxiao %(version)s", help="显示版本。")
def cli() -> None:
    """问效：从一个部门一年的数据，到可以追问的评价结果和正式的绩效评价报告。"""


def run() -> None:
    """Be the ``wenxiao`` command."""
    sys.exit(main())
