"""The commands that look something up: the standards that come along, the rules."""

from __future__ import annotations

import click

from wenxiao.cli import options
from wenxiao.cli.options import FINE, show


@click.command(epilog="例：wenxiao standards")
@options.format_
def standards(output: str) -> int:
    """列出自带的评价标准。"""
    from wenxiao.standards.load import available

    found = available()
    show(
        output,
        lambda: [{"code": one.code, "title": one.title, "version": one.version} for one in found],
        lambda: (f"{one.code:<32}{one.title}（{one.version}）" for one in found),
    )
    return FINE


@click.command(epilog="例：wenxiao rules")
@options.format_
def rules(output: str) -> int:
    """列出全部检查规则。"""
    from wenxiao.audit.reference import as_json, as_lines

    show(output, as_json, as_lines)
    return FINE


@click.command(epilog="例：wenxiao explain WX101")
@click.argument("code")
@options.format_
def explain(code: str, output: str) -> int:
    """解释一条规则：依据、含义、正确和错误的例子。"""
    from wenxiao.audit.reference import explain_as_json, explain_lines

    show(output, lambda: explain_as_json(code), lambda: explain_lines(code))
    return FINE
