"""The commands that work on a data package: from an empty folder to the report and back."""

from __future__ import annotations

import time
from pathlib import Path

import click

from wenxiao.cli import options
from wenxiao.cli.options import FINDINGS, FINE, echo_lines, evaluated, show, status


@click.command(epilog='例：wenxiao new 我的单位 --unit "某某市科学技术协会" --year 2024')
@click.argument("directory", metavar="DIR", type=options.PATH)
@click.option("--unit", required=True, help="单位全称。")
@click.option("--year", required=True, type=click.IntRange(2000, 2100), help="预算年度。")
@click.option(
    "--standard", default="national", show_default=True, help="评价标准的代码，见 wenxiao standards。"
)
def new(directory: Path, unit: str, year: int, standard: str) -> int:
    """新建一个空的数据包：填报用的工作簿、报告提纲和存放佐证的目录。"""
    from wenxiao.packages.folder import create_package
    from wenxiao.standards.load import load_standard, outline

    chosen = load_standard(standard, year=year)
    paths = create_package(directory, unit=unit, year=year, standard=standard, narrative=outline(chosen))
    click.echo(f"已在「{directory}」建好数据包：")
    echo_lines(f"  {path}" for path in paths)
    click.echo(f"下一步：填写 数据.xlsx，然后运行 wenxiao check {directory}")
    return FINE


@click.command(epilog="例：wenxiao check examples/lishui-kexie-2021 --select WX1")
@options.package
@click.option("--select", multiple=True, help="只用这些规则（代码或其开头，可重复）。")
@click.option("--ignore", multiple=True, help="不用这些规则（代码或其开头，可重复）。")
@click.option("--all", "show_all", is_flag=True, help="也列出通过、不适用和无法判断的规则。")
@options.format_
def check(
    package: Path, select: tuple[str, ...], ignore: tuple[str, ...], output: str, *, show_all: bool
) -> int:
    """按勾稽关系和目标质量规则检查数据，列出问题、位置、算式和改法。"""
    from wenxiao.audit.run import select as select_outcomes
    from wenxiao.report import findings

    outcomes = select_outcomes(evaluated(package).outcomes, select=select, ignore=ignore)
    show(
        output,
        lambda: findings.as_json(outcomes),
        lambda: findings.outcome_lines(outcomes, show_all=show_all),
    )
    return status(outcome.finding for outcome in outcomes)


@click.command(epilog="例：wenxiao evaluate examples/lishui-kexie-2021 --format json")
@options.package
@options.format_
def evaluate(package: Path, output: str) -> int:
    """按评价标准评分：项目和指标的得分、等级、无法评定的原因和提示。"""
    from wenxiao.report import summary

    results = evaluated(package)
    show(output, lambda: summary.as_json(results), lambda: summary.score_lines(results))
    return status(results.findings)


@click.command(epilog="例：wenxiao why examples/lishui-kexie-2021 预算执行率")
@options.package
@click.argument("name", metavar="NAME")
@options.format_
def why(package: Path, name: str, output: str) -> int:
    """说明一个数字从哪里来：公式、带单位的算式，直到单元格、假定和条款。"""
    from wenxiao.engine import why as explanation

    node = explanation.explain(evaluated(package).facts, name)
    show(output, lambda: explanation.as_json(node), lambda: explanation.lines(node))
    return FINE


@click.command(epilog="例：wenxiao facts examples/lishui-kexie-2021 人才")
@options.package
@click.argument("part", metavar="[PART]", default="")
@options.format_
def facts(package: Path, part: str, output: str) -> int:
    """列出可以在报告里引用、可以追问的全部数字；PART 只留名称里含有它的。"""
    from wenxiao.report import summary

    table = evaluated(package).facts
    show(output, lambda: summary.facts_as_json(table, part), lambda: summary.fact_lines(table, part))
    return FINE


@click.command(epilog="例：wenxiao report examples/lishui-kexie-2021 -o out --only docx --only pdf")
@options.package
@click.option("-o", "--out", required=True, type=options.PATH, help="输出目录。")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html", "xlsx", "data"]),
    help="只写这些形式（可重复）；不写则全部。",
)
@click.option("--reference", type=options.PATH, help="样式参照的 Word 文件，代替自带的 reference.docx。")
@options.format_
def report(package: Path, out: Path, only: tuple[str, ...], reference: Path | None, output: str) -> int:
    """写出正式报告：Word、PDF、HTML、Excel 和数据，并打印摘要。"""
    from wenxiao.progress import Progress
    from wenxiao.report import summary
    from wenxiao.report.write import FORMATS, write_report

    begun = time.perf_counter()
    formats = [name for name in FORMATS if not only or name in only]
    with Progress(len(formats) + 1) as progress:
        progress.advance("评价")
        results = evaluated(package)
        paths = write_report(results, out, formats=formats, reference=reference, on_stage=progress.advance)
    spent = f"用时 {time.perf_counter() - begun:.1f} 秒"
    show(
        output,
        lambda: {**summary.as_json(results), "files": [str(path) for path in paths]},
        lambda: [*summary.as_lines(results), "文件：", *(f"  {path}" for path in paths), spent],
    )
    return status(results.findings)


@click.command(epilog="例：wenxiao verify out/report.docx --against examples/lishui-kexie-2021")
@click.argument("file", metavar="FILE", type=options.PATH)
@click.option("--against", required=True, metavar="DIR", type=options.PATH, help="报告所依据的数据包。")
@options.format_
def verify(file: Path, against: Path, output: str) -> int:
    """核对改过的 Word 报告：与数据不符的数字、没有来源的数字、数据已变的数字。"""
    from wenxiao.report.compose import compose
    from wenxiao.report.verify.run import verify as verify_file

    results = evaluated(against)
    verification = verify_file(file, compose(results), results.facts)
    show(output, verification.as_json, verification.lines)
    return FINE if verification.is_clean else FINDINGS
