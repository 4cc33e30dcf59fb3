"""The command line: every command is a thin skin over one call of the library.

Exit status: 0 fine, 1 findings of severity error, 2 bad input or usage. Heavy imports stand inside the
commands, so that ``wenxiao --help`` answers at once.
"""

from __future__ import annotations

import gettext
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wenxiao.errors import WenxiaoError
from wenxiao.settings import ENGINE_VERSION

if TYPE_CHECKING:
    from wenxiao.documents.model import Document
    from wenxiao.evaluate import Results

FINE, FINDINGS, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

_FOLDER = click.Path(path_type=Path)
_format = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="输出形式：text 供人阅读，json 供程序读取。",
)
_format_for_programs = click.option(
    "--format",
    "output",
    type=click.Choice(["json", "text"]),
    default="json",
    show_default=True,
    help="输出形式：json 供程序读取，text 供人阅读。",
)
_ocr = click.option("--ocr", is_flag=True, help="扫描的页用程序识别文字（需安装 wenxiao[ocr]）。")
_file = click.argument("file", metavar="FILE", type=_FOLDER)
_package = click.argument("package", metavar="DIR", type=_FOLDER)


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
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))


@click.group(epilog="每条命令的用法和例子：wenxiao 命令 --help")
@click.version_option(ENGINE_VERSION, "--version", message="wenxiao %(version)s", help="显示版本。")
def cli() -> None:
    """问效：从一个部门一年的数据，到可以追问的评价结果和正式的绩效评价报告。"""


@cli.command(epilog='例：wenxiao new 我的单位 --unit "某某市科学技术协会" --year 2024')
@click.argument("directory", metavar="DIR", type=_FOLDER)
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
    _echo_lines(f"  {path}" for path in paths)
    click.echo(f"下一步：填写 数据.xlsx，然后运行 wenxiao check {directory}")
    return FINE


@cli.command(epilog="例：wenxiao check examples/lishui-kexie-2021 --select WX1")
@_package
@click.option("--select", multiple=True, help="只用这些规则（代码或其开头，可重复）。")
@click.option("--ignore", multiple=True, help="不用这些规则（代码或其开头，可重复）。")
@click.option("--all", "show_all", is_flag=True, help="也列出通过、不适用和无法评定的规则。")
@_format
def check(
    package: Path, select: tuple[str, ...], ignore: tuple[str, ...], output: str, *, show_all: bool
) -> int:
    """按勾稽关系和目标质量规则检查数据，列出问题、位置、算式和改法。"""
    from wenxiao.audit.run import select as select_outcomes
    from wenxiao.report import findings

    outcomes = select_outcomes(_evaluate(package).outcomes, select=select, ignore=ignore)
    _show(
        output,
        lambda: findings.as_json(outcomes),
        lambda: findings.outcome_lines(outcomes, show_all=show_all),
    )
    return _status(outcome.finding for outcome in outcomes)


@cli.command(epilog="例：wenxiao evaluate examples/lishui-kexie-2021 --format json")
@_package
@_format
def evaluate(package: Path, output: str) -> int:
    """按评价标准评分：项目和指标的得分、等级、无法评定的原因和提示。"""
    from wenxiao.report import summary

    results = _evaluate(package)
    _show(output, lambda: summary.as_json(results), lambda: summary.score_lines(results))
    return _status(results.findings)


@cli.command(epilog="例：wenxiao why examples/lishui-kexie-2021 预算执行率")
@_package
@click.argument("name", metavar="NAME")
@_format
def why(package: Path, name: str, output: str) -> int:
    """说明一个数字从哪里来：公式、带单位的算式，直到单元格、假定和条款。"""
    from wenxiao.engine import why as explanation

    node = explanation.explain(_evaluate(package).facts, name)
    _show(output, lambda: explanation.as_json(node), lambda: explanation.lines(node))
    return FINE


@cli.command(epilog="例：wenxiao facts examples/lishui-kexie-2021 人才")
@_package
@click.argument("part", metavar="[PART]", default="")
@_format
def facts(package: Path, part: str, output: str) -> int:
    """列出可以在报告里引用、可以追问的全部数字；PART 只留名称里含有它的。"""
    from wenxiao.report import summary

    table = _evaluate(package).facts
    _show(output, lambda: summary.facts_as_json(table, part), lambda: summary.fact_lines(table, part))
    return FINE


@cli.command(epilog="例：wenxiao report examples/lishui-kexie-2021 -o out --only docx --only pdf")
@_package
@click.option("-o", "--out", required=True, type=_FOLDER, help="输出目录。")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["docx", "pdf", "html", "xlsx", "data"]),
    help="只写这些形式（可重复）；不写则全部。",
)
@click.option("--reference", type=_FOLDER, help="样式参照的 Word 文件，代替自带的 reference.docx。")
@_format
def report(package: Path, out: Path, only: tuple[str, ...], reference: Path | None, output: str) -> int:
    """写出正式报告：Word、PDF、HTML、Excel 和数据，并打印摘要。"""
    from wenxiao.progress import Progress
    from wenxiao.report import summary
    from wenxiao.report.write import FORMATS, write_report

    begun = time.perf_counter()
    formats = [name for name in FORMATS if not only or name in only]
    with Progress(len(formats) + 1) as progress:
        progress.advance("评价")
        results = _evaluate(package)
        paths = write_report(results, out, formats=formats, reference=reference, on_stage=progress.advance)
    spent = f"用时 {time.perf_counter() - begun:.1f} 秒"
    _show(
        output,
        lambda: {**summary.as_json(results), "files": [str(path) for path in paths]},
        lambda: [*summary.as_lines(results), "文件：", *(f"  {path}" for path in paths), spent],
    )
    return _status(results.findings)


@cli.command(epilog="例：wenxiao verify out/report.docx --against examples/lishui-kexie-2021")
@click.argument("file", metavar="FILE", type=_FOLDER)
@click.option("--against", required=True, metavar="DIR", type=_FOLDER, help="报告所依据的数据包。")
@_format
def verify(file: Path, against: Path, output: str) -> int:
    """核对改过的 Word 报告：与数据不符的数字、没有来源的数字、数据已变的数字。"""
    from wenxiao.report.compose import compose
    from wenxiao.report.verify.run import verify as verify_file

    results = _evaluate(against)
    verification = verify_file(file, compose(results), results.facts)
    _show(output, verification.as_json, verification.lines)
    return FINE if verification.is_clean else FINDINGS


@cli.command(epilog="例：wenxiao audit examples/lishui-kexie-2021/report.md --ignore WX6")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FOLDER)
@click.option("--select", multiple=True, help="只用这些规则（代码或其开头，可重复）。")
@click.option("--ignore", multiple=True, help="不用这些规则（代码或其开头，可重复）。")
@click.option("--config", type=_FOLDER, help="配置文件；不写则用第一个文件旁边的 wenxiao.toml（如有）。")
@click.option(
    "--against", metavar="DIR", type=_FOLDER, help="报告所依据的数据包：报告的数还要与其中的数核对。"
)
@_ocr
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="输出形式：text 供人阅读，json 和 sarif（2.1.0）供程序读取。",
)
@click.option(
    "-o", "--out", type=_FOLDER, help="另在这个目录写出网页、意见清单，Word 和 PDF 还有带批注的副本。"
)
def audit(files: tuple[Path, ...], output: str, against: Path | None, **asked: Any) -> int:
    """审核报告（Word、PDF、Excel、网页、Markdown、文本；可以是目录）：算错的、前后不一的、格式不对的。"""
    from wenxiao.audit.examine import chosen_rules
    from wenxiao.progress import Progress
    from wenxiao.report.audited import summary
    from wenxiao.report.audited.batch import audit_files, files_in, options_for

    options = options_for(files, **asked, facts=_evaluate(against).facts if against else None)
    rules = chosen_rules(options.select, options.ignore)
    paths = files_in(files)
    with Progress(len(paths)) as progress:
        audited = audit_files(paths, options, on_file=progress.finish)
    if output == "sarif":
        _echo_json(summary.as_sarif(audited, rules))
    else:
        _show(
            output,
            lambda: summary.as_json(audited, options),
            lambda: summary.lines(audited, options),
        )
    if any(one.error for one in audited):
        return BAD_INPUT
    return FINDINGS if any(one.counts["error"] for one in audited) else FINE


@cli.command(epilog="例：wenxiao figures examples/lishui-kexie-2021/report.md --format text")
@_file
@_ocr
@_format_for_programs
def figures(file: Path, output: str, *, ocr: bool) -> int:
    """列出报告里的每一个数字：位置、准确的值、单位、类别、所指和期间。"""
    from wenxiao.audit.figures.read import read
    from wenxiao.report.audited import as_json, terminal

    reading = read(_open(file, ocr=ocr))
    _show(
        output,
        lambda: as_json.figures_as_json(reading),
        lambda: terminal.figure_lines(reading),
    )
    return FINE


@cli.command(epilog="例：wenxiao claims examples/lishui-kexie-2021/report.md --format text")
@_file
@_ocr
@_format_for_programs
def claims(file: Path, output: str, *, ocr: bool) -> int:
    """列出报告里数字之间的关系（合计、增减、占比、前后一致等），每条是否成立和算式。"""
    from wenxiao.audit.examine import manuscript_from
    from wenxiao.report.audited import as_json, terminal

    manuscript = manuscript_from(_open(file, ocr=ocr))
    _show(
        output,
        lambda: as_json.claims_as_json(manuscript),
        lambda: terminal.claim_lines(manuscript),
    )
    return FINE


@cli.command(epilog="例：wenxiao standards")
@_format
def standards(output: str) -> int:
    """列出自带的评价标准。"""
    from wenxiao.standards.load import available

    found = available()
    _show(
        output,
        lambda: [{"code": one.code, "title": one.title, "version": one.version} for one in found],
        lambda: (f"{one.code:<32}{one.title}（{one.version}）" for one in found),
    )
    return FINE


@cli.command(epilog="例：wenxiao rules")
@_format
def rules(output: str) -> int:
    """列出全部检查规则。"""
    from wenxiao.audit.reference import as_json, as_lines

    _show(output, as_json, as_lines)
    return FINE


@cli.command(epilog="例：wenxiao explain WX101")
@click.argument("code")
@_format
def explain(code: str, output: str) -> int:
    """解释一条规则：依据、含义、正确和错误的例子。"""
    from wenxiao.audit.reference import explain_as_json, explain_lines

    _show(output, lambda: explain_as_json(code), lambda: explain_lines(code))
    return FINE


def _evaluate(path: Path) -> Results:
    from wenxiao.evaluate import evaluate_folder

    return evaluate_folder(path)


def _open(file: Path, *, ocr: bool) -> Document:
    from wenxiao.documents.ocr import recogniser
    from wenxiao.documents.open import open_document

    return open_document(file, recogniser() if ocr else None)


def _status(findings: Iterable[Any]) -> int:
    return FINDINGS if any(finding and finding.severity == "error" for finding in findings) else FINE


def _show(output: str, as_json: Callable[[], object], as_lines: Callable[[], Iterable[str]]) -> None:
    """Print a result in the form asked for; only that form is made."""
    if output == "json":
        _echo_json(as_json())
    else:
        _echo_lines(as_lines())


def _echo_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _echo_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def run() -> None:
    """Be the ``wenxiao`` command."""
    sys.exit(main())
