"""The commands that work on documents of anybody: their figures, their claims, what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wenxiao.cli import options
from wenxiao.cli.options import BAD_INPUT, FINDINGS, FINE, echo_json, evaluated, opened, show


@click.command(epilog="例：wenxiao audit examples/lishui-kexie-2021/report.md --ignore WX6")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.PATH)
@click.option("--select", multiple=True, help="只用这些规则（代码或其开头，可重复）。")
@click.option("--ignore", multiple=True, help="不用这些规则（代码或其开头，可重复）。")
@click.option("--config", type=options.PATH, help="配置文件；不写则用第一个文件旁边的 wenxiao.toml（如有）。")
@click.option(
    "--against", metavar="DIR", type=options.PATH, help="报告所依据的数据包：报告的数还要与其中的数核对。"
)
@options.ocr
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="输出形式：text 供人阅读，json 和 sarif（2.1.0）供程序读取。",
)
@click.option(
    "-o", "--out", type=options.PATH, help="另在这个目录写出网页、意见清单，Word 和 PDF 还有带批注的副本。"
)
def audit(files: tuple[Path, ...], output: str, against: Path | None, **asked: Any) -> int:
    """审核报告（Word、PDF、Excel、网页、Markdown、文本；可以是目录）：算错的、前后不一的、格式不对的。"""
    from wenxiao.audit.examine import chosen_rules
    from wenxiao.progress import Progress
    from wenxiao.report.audited import summary
    from wenxiao.report.audited.batch import audit_files, files_in, options_for

    options = options_for(files, **asked, facts=evaluated(against).facts if against else None)
    rules = chosen_rules(options.select, options.ignore)
    paths = files_in(files)
    with Progress(len(paths)) as progress:
        audited = audit_files(paths, options, on_file=progress.finish)
    if output == "sarif":
        echo_json(summary.as_sarif(audited, rules))
    else:
        show(
            output,
            lambda: summary.as_json(audited, options),
            lambda: summary.lines(audited, options),
        )
    if any(one.error for one in audited):
        return BAD_INPUT
    return FINDINGS if any(one.counts["error"] for one in audited) else FINE


@click.command(epilog="例：wenxiao figures examples/lishui-kexie-2021/report.md --format text")
@options.file
@options.ocr
@options.format_for_programs
def figures(file: Path, output: str, *, ocr: bool) -> int:
    """列出报告里的每一个数字：位置、准确的值、单位、类别、所指和期间。"""
    from wenxiao.audit.figures.read import read
    from wenxiao.report.audited import as_json, terminal

    reading = read(opened(file, ocr=ocr))
    show(
        output,
        lambda: as_json.figures_as_json(reading),
        lambda: terminal.figure_lines(reading),
    )
    return FINE


@click.command(epilog="例：wenxiao claims examples/lishui-kexie-2021/report.md --format text")
@options.file
@options.ocr
@options.format_for_programs
def claims(file: Path, output: str, *, ocr: bool) -> int:
    """列出报告里数字之间的关系（合计、增减、占比、前后一致等），每条是否成立和算式。"""
    from wenxiao.audit.examine import manuscript_from
    from wenxiao.report.audited import as_json, terminal

    manuscript = manuscript_from(opened(file, ocr=ocr))
    show(
        output,
        lambda: as_json.claims_as_json(manuscript),
        lambda: terminal.claim_lines(manuscript),
    )
    return FINE
