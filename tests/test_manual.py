"""The manual is true: what it shows is what the product prints, reads, shows and accepts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wenxiao.cli import main
from wenxiao.evaluate import evaluate_folder
from wenxiao.quantity import Quantity, parse
from wenxiao.report.blocks import plain
from wenxiao.report.forms.registry import FORMS
from wenxiao.report.narrative.references import read_reference, resolve
from wenxiao.standards.load import load_standard
from wenxiao.standards.rules import KINDS

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
MANUAL = (ROOT / "docs" / "manual.zh.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 150 * 1024


def section(title: str) -> str:
    """Give the text under a heading, up to the next heading."""
    return MANUAL.split(f"## {title}\n", 1)[1].split("\n##", 1)[0]


def first_cells(text: str) -> list[str]:
    """Give the first cell of each body row of the tables in ``text``."""
    return [row.split("|")[1].strip() for row in text.splitlines() if row.startswith("| `")]


@pytest.mark.parametrize("excerpt", re.findall(r"```console\n\$ (.*?)```", MANUAL, re.DOTALL))
def test_output_shown_is_output_printed(
    excerpt: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    command, _, shown = excerpt.partition("\n")
    main(command.split()[1:])
    pattern = ".*".join(map(re.escape, shown.strip().split("……")))
    assert re.match(pattern, capsys.readouterr().out, re.DOTALL)


def test_references_show_what_the_table_says() -> None:
    facts = evaluate_folder(ROOT / "examples" / "lishui-kexie-2021").facts
    rows = re.findall(r"^\| `\{(.+?)\}` \| (.+?) \|", section("引用数字"), re.MULTILINE)
    assert len(rows) >= 8
    assert {body: plain((resolve(read_reference(body), facts),)) for body, _ in rows} == dict(rows)


def spelled(quantity: Quantity) -> str:
    if quantity.is_exact:
        return "确数"
    if quantity.high is None:
        return f"{quantity.low} 或更多"
    return f"{quantity.low} 至 {quantity.high}"


def test_approximations_mean_what_the_table_says() -> None:
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) \|$", section("数量、单位和约数"), re.MULTILINE)
    assert len(rows) >= 8
    for written, reading, bounds in rows:
        quantity = parse(written)
        assert reading.replace(" ", "") == f"{quantity.value}{quantity.unit}"
        assert bounds.startswith(spelled(quantity)), written


def test_every_form_is_listed() -> None:
    assert {cell.strip("`[]") for cell in first_cells(section("插入表格"))} == set(FORMS)


def test_every_rule_kind_is_listed() -> None:
    kinds = re.findall(r"`(\w+)`", " ".join(first_cells(section("选用和编写评价标准"))))
    assert set(kinds) == set(KINDS)


def test_the_standard_of_the_manual_loads(tmp_path: Path) -> None:
    [text] = re.findall(r"```toml\n(\[standard\].*?)```", MANUAL, re.DOTALL)
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    standard = load_standard("own.toml", base=tmp_path, year=2024)
    assert standard.department is not None
    weights = {indicator.name: indicator.weight for indicator in standard.department.indicators}
    assert sum(weights.values()) == 100
    assert weights["社会公众或服务对象满意度"] == 10
    assert "生态效益" not in weights


def test_links_within_the_page_lead_to_headings() -> None:
    headings = re.findall(r"^#+ (.+)$", MANUAL, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#(.+?)\)", MANUAL)) <= anchors


def test_every_picture_is_shown_and_small() -> None:
    pictures = {picture.name: picture.stat().st_size for picture in PICTURES.iterdir()}
    assert set(re.findall(r"\]\(pictures/(.+?)\)", MANUAL)) == set(pictures)
    assert max(pictures.values()) <= LARGEST_PICTURE
