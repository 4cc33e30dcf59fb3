"""The clumsy and the hostile clerk: what is handed in wrong is refused in one message, and nothing changes.

Every case runs as a process and must end with status 2, nothing on standard output, one Chinese message
with place and remedy on standard error, and every file as it was.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.packages.folder import open_package
from wenxiao.packages.workbook import write_tables

CASE = Path(__file__).parent.parent / "examples" / "lishui-kexie-2021"
BOOK, NARRATIVE, MANIFEST, STANDARD = "数据.xlsx", "report.md", "package.toml", "standard.toml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

Damage = Callable[[Path], object]
"""Something done to a sound package."""


@functools.cache
def book() -> bytes:
    return write_tables(open_package(CASE), core_catalogue())


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The real case in a folder of its own, beside an output folder with an old report."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.docx").write_bytes(b"old")
    return Path(shutil.copytree(CASE, tmp_path / "我的单位"))


@pytest.fixture
def with_book(package: Path) -> Path:
    for table in package.glob("*.csv"):
        table.unlink()
    (package / BOOK).write_bytes(book())
    return package


def tree(folder: Path) -> dict[str, str]:
    """Digest every file, and note every folder and link."""

    def state(path: Path) -> str:
        if path.is_symlink():
            return f"-> {path.readlink()}"
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"

    return {str(path.relative_to(folder)): state(path) for path in sorted(folder.rglob("*"))}


def refused(package: Path, *arguments: str | Path, before: str = "") -> str:
    """Run the command line and give its message; ``before`` is Python to run in the process first."""
    words = arguments or ("report", package, "-o", package.parent / "out")
    script = f"import sys; {before}\nfrom wenxiao.cli import main; sys.exit(main(sys.argv[1:]))"
    start = ["-c", script] if before else ["-m", "wenxiao"]
    state = tree(package.parent)
    done = subprocess.run(
        [sys.executable, *start, *map(str, words)],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("错误：")
    assert done.stderr.count("错误：") == 1
    assert re.search("请|应当", done.stderr)
    assert tree(package.parent) == state
    return done.stderr


def written(name: str, content: str | bytes) -> Damage:
    return lambda package: (package / name).write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )


def replaced(name: str, old: str, new: str) -> Damage:
    def damage(package: Path) -> None:
        text = (package / name).read_text(encoding="utf-8-sig")
        assert old in text
        (package / name).write_text(text.replace(old, new), encoding="utf-8")

    return damage


def removed(name: str) -> Damage:
    return lambda package: (package / name).unlink()


def made_a_folder(name: str) -> Damage:
    def damage(package: Path) -> None:
        (package / name).unlink()
        (package / name).mkdir()

    return damage


def linked(name: str, target: str) -> Damage:
    def damage(package: Path) -> None:
        (package / name).unlink(missing_ok=True)
        (package / name).symlink_to(target)

    return damage


# ── workbooks ────────────────────────────────────────────────────────────────────────────────────


def cell(sheet: str, row: int, heading: str, value: object) -> Damage:
    """Type into a cell as a person would; row 1 is the heading itself."""

    def damage(package: Path) -> None:
        workbook = openpyxl.load_workbook(package / BOOK)
        columns = {str(head.value).split("（")[0].rstrip("*"): head.column for head in workbook[sheet][1]}
        workbook[sheet].cell(row, columns[heading], value)
        workbook.save(package / BOOK)

    return damage


def renamed_sheet(old: str, new: str) -> Damage:
    def damage(package: Path) -> None:
        workbook = openpyxl.load_workbook(package / BOOK)
        workbook[old].title = new
        workbook.save(package / BOOK)

    return damage


def part(name: str, content: bytes | None) -> Damage:
    """Replace a part inside the workbook's archive; None takes it out."""

    def damage(package: Path) -> None:
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(book())) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for each in old.namelist():
                if each != name:
                    new.writestr(each, old.read(each))
            if content is not None:
                new.writestr(name, content)
        (package / BOOK).write_bytes(out.getvalue())

    return damage


def bomb(package: Path) -> None:
    """Half a gigabyte of blanks in half a megabyte."""
    with (
        zipfile.ZipFile(package / BOOK, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/image1.png", "w") as file,
    ):
        for _ in range(512):
            file.write(b" " * 2**20)


def laughs() -> bytes:
    """Entities within entities that would unfold to a gigabyte."""
    steps = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    return f'<!DOCTYPE x [<!ENTITY a0 "{"啊" * 10}">{steps}]><workbook>&a8;</workbook>'.encode()


WORKBOOKS: Sequence[tuple[str, Damage, str]] = (
    ("corrupt", written(BOOK, b"\x00\x01garbage" * 50), "已损坏，或不是 Excel 工作簿"),
    ("truncated", lambda package: os.truncate(package / BOOK, len(book()) // 2), "已损坏"),
    ("encrypted", written(BOOK, OLE + "EncryptedPackage".encode("utf-16-le")), "设有打开密码"),
    ("old xls", written(BOOK, OLE), "旧的 .xls 格式"),
    ("empty", written(BOOK, b""), "是空文件"),
    ("huge", lambda package: os.truncate(package / BOOK, 65 * 2**20), "超过 64 MB"),
    ("zip bomb", bomb, "解压后超过 256 MB"),
    ("entity bomb", part("xl/workbook.xml", laughs()), "已损坏"),
    ("broken part", part("xl/worksheets/sheet5.xml", b"<worksheet><sheetData><row"), "已损坏"),
    ("a Word file", part("xl/workbook.xml", None), "不是 .xlsx 工作簿（可能只是改了扩展名）"),
    ("a CSV file", written(BOOK, "项目编号,项目名称\nA,甲\n"), "不是 Excel 工作簿"),
    (
        "wrong extension",
        lambda package: (package / BOOK).rename(package / "数据.xls"),
        "「数据.xls」不会被读取",
    ),
    ("another name", lambda package: (package / BOOK).rename(package / "a.xlsx"), "「a.xlsx」不会被读取"),
    ("CSV besides", written("项目.csv", "项目编号,项目名称\nA,甲\n"), "既有「数据.xlsx」又有 CSV 文件"),
    ("a folder", made_a_folder(BOOK), "没有数据"),
    ("wrong sheet", renamed_sheet("项目", "项目表"), "工作表「项目表」：不认识这张表。您要的是不是「项目」"),
    (
        "unknown column",
        cell("项目", 1, "立项依据", "立项依剧"),
        "不认识列名“立项依剧”。您要的是不是「立项依据」",
    ),
    ("missing column", cell("项目", 1, "项目编号", "x"), "缺少必填的列“项目编号”"),
    ("double key", cell("绩效指标", 3, "指标编号", "KP-01"), "“KP-01”与第 2 行重复"),
    ("broken reference", cell("绩效指标", 2, "项目编号", "KQ"), "“KQ”在「项目」的“项目编号”列中找不到"),
    ("wrong level", cell("绩效指标", 2, "项目编号", "KP1"), "“KP1”的“上级项目编号”是“KP”，不能填在这里"),
    ("third level", cell("项目", 4, "上级项目编号", "KP1"), "第 4 行 C 列（上级项目编号）：“KP1”"),
    ("negative", cell("项目", 3, "全年执行数", -3), "第 3 行 H 列（全年执行数）：“-3”小于允许的最小值 0"),
    ("text", cell("项目", 3, "全年执行数", "不详"), "第 3 行 H 列（全年执行数）：“不详”"),
    ("about", cell("项目", 3, "全年执行数", "约80万元"), "是约数。金额请填写确切的数字"),
    ("persons as money", cell("项目", 3, "全年执行数", "80人"), "“80人”的单位“人”不是货币单位"),
    ("unknown unit", cell("指标完成", 2, "实际完成值", "80块砖"), "“块砖”不在单位表中"),
    ("huge number", cell("项目", 3, "全年执行数", 1e300), "数值超出范围"),
    ("not a number", cell("项目", 3, "全年执行数", "NaN"), "“NaN”不是数"),
    ("long number", cell("项目", 3, "全年执行数", "9" * 5000), "太长，不是一个数量"),
    ("no such day", cell("整改措施", 2, "完成期限", "2021年13月45日"), "不是日历上有的日子"),
    ("error value", cell("项目", 3, "全年执行数", "#REF!"), "H3 单元格：公式出错，值为“#REF!”"),
    ("no result", cell("项目", 3, "全年执行数", "=1+1"), "H3 单元格：公式还没有计算结果"),
    ("invisible", cell("项目", 3, "项目名称", "科普\u200b活动"), "含有看不见的字符 U+200B"),
)


@pytest.mark.parametrize(
    ("damage", "said"), [case[1:] for case in WORKBOOKS], ids=[case[0] for case in WORKBOOKS]
)
def test_a_bad_workbook(with_book: Path, damage: Damage, said: str) -> None:
    damage(with_book)
    message = refused(with_book)
    assert said in message
    assert "数据.xls" in message


def test_a_misnamed_sheet_is_not_followed_by_every_reference_to_it(with_book: Path) -> None:
    renamed_sheet("项目", "项目表")(with_book)
    assert refused(with_book).count("  · ") == 1


# ── standards ────────────────────────────────────────────────────────────────────────────────────

OWN = '[standard]\ncode = "own"\ntitle = "自定"\nversion = "1"\ninherits = "lishui"\n'


def indicator(lines: str) -> Damage:
    return written(STANDARD, f'{OWN}[[department.indicators]]\nname = "公用经费控制率"\n{lines}\n')


CYCLE = 'formula = "政府采购执行率"\n[[department.indicators]]\nname = "政府采购执行率"\nformula = "公用经费控制率"'
STANDARDS: Sequence[tuple[str, Damage, str]] = (
    ("import", indicator("""formula = '__import__("os").system("x")'"""), "公式里不能用文字（引号）"),
    ("call", indicator('formula = "__import__(os)"'), "没有函数“__import__”"),
    (
        "attribute",
        indicator('formula = "支出总计.__class__.__mro__"'),
        "没有名为「支出总计.__class__.__mro__」",
    ),
    ("brackets", indicator(f'formula = "{"(" * 200}1{")" * 200}"'), "括号超过 50 层"),
    ("signs", indicator(f'formula = "{"-" * 1500}1"'), "公式超过 50 层"),
    ("power", indicator('formula = "9**9**9**9"'), "不支持乘方“**”"),
    ("exponent", indicator('formula = "1e999999999"'), "名称不能以数字开头"),
    ("unknown name", indicator('formula = "支出总记"'), "您要的是不是「支出总计」"),
    ("cycle", indicator(CYCLE), "公用经费控制率 → 政府采购执行率 → 公用经费控制率"),
    ("inherits itself", written(STANDARD, OWN.replace("lishui", "own")), "inherits 成了环：own → own"),
    ("inherits nothing", written(STANDARD, OWN.replace("lishui", "lishuii")), "「standard.toml」的 inherits"),
    ("weights", indicator("weight = 99"), "各指标分值合计 196，应当是 100"),
    ("no number", indicator("weight = nan"), "weight 的数字超出范围"),
    (
        "twice the same",
        indicator("[[department.indicators]]\nname = '公用经费控制率'"),
        "「公用经费控制率」写了不止一次",
    ),
    ("no items", indicator('rule = { kind = "checklist", items = [] }'), "应当至少有一条"),
    ("no TOML", written(STANDARD, OWN + "[[department.indicators\n"), "第 6 行第 24 列不符合 TOML 格式"),
    ("not UTF-8", written(STANDARD, OWN.encode("gbk")), "不是 UTF-8 编码"),
    ("deep TOML", written(STANDARD, f"a = {'[' * 5000}"), "嵌套太深"),
    ("large", written(STANDARD, f"{OWN}#{'x' * 2**20}"), "超过 1 MB"),
    ("not in force", written(STANDARD, OWN + "effective_from = 2030-01-01\n"), "不适用于 2021 年度"),
)


@pytest.mark.parametrize(
    ("damage", "said"), [case[1:] for case in STANDARDS], ids=[case[0] for case in STANDARDS]
)
def test_a_bad_standard(package: Path, damage: Damage, said: str) -> None:
    damage(package)
    message = refused(package)
    assert said in message
    assert "standard.toml" in message or "own" in message


# ── package.toml and paths ───────────────────────────────────────────────────────────────────────


def standard_is(path: str) -> Damage:
    return replaced(MANIFEST, '"standard.toml"', f'"{path}"')


MANIFESTS: Sequence[tuple[str, Damage, str]] = (
    ("missing", removed(MANIFEST), "没有 package.toml"),
    ("a folder", made_a_folder(MANIFEST), "它是一个目录，不是文件"),
    ("unknown key", replaced(MANIFEST, "unit =", "unti ="), "不认识“unti”。您要的是不是「unit」"),
    ("wrong type", replaced(MANIFEST, "year = 2021", 'year = "2021"'), "year 应当是四位年份"),
    ("no TOML", replaced(MANIFEST, "[package]", "[package"), "列不符合 TOML 格式"),
    ("not UTF-8", written(MANIFEST, '[package]\nunit = "甲单位"'.encode("gbk")), "不是 UTF-8 编码"),
    ("control character", replaced(MANIFEST, 'unit = "', r'unit = "\u0000'), "看不见的字符 U+0000"),
    ("unknown standard", standard_is("lishuii"), "没有评价标准「lishuii」。您要的是不是「lishui」"),
    ("missing standard", standard_is("x.toml"), "standard“x.toml”不存在"),
    ("standard outside", standard_is("../x.toml"), "standard“../x.toml”在本目录之外"),
    ("absolute standard", standard_is("/etc/x.toml"), "standard“/etc/x.toml”在本目录之外"),
    ("absolute path", standard_is("/etc/passwd"), "没有评价标准「/etc/passwd」"),
    ("link outside", linked(STANDARD, "/etc/hostname"), "「standard.toml」是指向本目录之外的链接"),
    ("folder outside", linked("evidence", "/etc"), "「evidence」是指向本目录之外的链接"),
    ("link to nothing", linked("附件.pdf", "没有.pdf"), "「附件.pdf」是链接，指向的文件不存在"),
    ("table outside", linked("项目.csv", "/etc/passwd"), "「项目.csv」是指向本目录之外的链接"),
    (
        "nothing filled in",
        lambda package: [table.write_bytes(b"") for table in package.glob("*.csv")],
        "还没有填写",
    ),
)


@pytest.mark.parametrize(
    ("damage", "said"), [case[1:] for case in MANIFESTS], ids=[case[0] for case in MANIFESTS]
)
def test_a_bad_package(package: Path, damage: Damage, said: str) -> None:
    damage(package)
    assert said in refused(package)


@pytest.mark.parametrize("named", ["../package.toml", "/etc/passwd", "evidence/../package.toml", ".."])
def test_evidence_is_never_looked_for_outside_its_folder(package: Path, named: str) -> None:
    head = "指标编号,实际完成值,计量单位,佐证材料\n"
    (package / "指标完成.csv").write_text(f"{head}KP-01,3,场次,{named}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "wenxiao", "check", str(package), "--select", "WX402"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"evidence/ 目录下没有文件：「{named}」" in done.stdout


# ── the narrative ────────────────────────────────────────────────────────────────────────────────

NARRATIVES: Sequence[tuple[str, str, str]] = (
    ("unclosed reference", "支出{本年支出合计", "第 5 行第 3 列：「{」没有配对的「}」"),
    ("unclosed form", "[[评分汇总表", "独占一行，以「]]」结束"),
    (
        "unknown name",
        "支出{本年支出合记}",
        "第 5 行第 3 列：没有名为「本年支出合记」的数据。您要的是不是「本年支出合计」",
    ),
    ("wrong unit", "支出{本年支出合计:人}", "「人」不是「本年支出合计」可用的单位"),
    ("no value", "{科学普及.年初预算数}", "或写成 {科学普及.年初预算数|暂缺}"),
    ("unknown form", "[[评分总表]]", "没有名为「评分总表」的表格。您要的是不是「评分汇总表」"),
    ("unknown project", "[[项目支出绩效自评表:天气]]", "没有名为「天气」的一级项目"),
    ("script", "<script>alert(1)</script>", "报告不支持HTML 标签"),
    ("inline HTML", "支出<b>多</b>", "报告不支持HTML 标签"),
    ("typed number", "### （一）概况", "请删去手工输入的「（一）」"),
    ("empty heading", "##", "标题没有文字"),
    ("empty attachment", "# 附件：", "标题没有文字"),
    ("open comment", "<!-- 提示", "注释「<!--」没有结束"),
    ("nested marks", "**" * 5000 + "甲" + "**" * 5000, "一层套一层，太深了"),
    ("nested quotation", "> " * 3000 + "甲", "报告不支持引用段落"),
    ("control character", "支出\x00甲", "第 5 行第 3 列：含有看不见的字符 U+0000"),
)


@pytest.mark.parametrize(
    ("text", "said"), [case[1:] for case in NARRATIVES], ids=[case[0] for case in NARRATIVES]
)
def test_a_bad_narrative(package: Path, text: str, said: str) -> None:
    (package / NARRATIVE).write_text(f"# 报告\n\n## 情况\n\n{text}\n", encoding="utf-8")
    message = refused(package)
    assert said in message
    assert "「report.md」第 5 行第" in message


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (written(NARRATIVE, "# 报告".encode("gbk")), "不是 UTF-8 编码"),
        (written(NARRATIVE, " \n"), "report.md 没有内容"),
        (written(NARRATIVE, "甲" * 2**21), "超过 4 MB"),
        (removed(NARRATIVE), "「report.md」无法读取：文件或目录不存在"),
        (made_a_folder(NARRATIVE), "「report.md」无法读取：它是一个目录，不是文件"),
    ],
)
def test_no_narrative(package: Path, damage: Damage, said: str) -> None:
    damage(package)
    assert said in refused(package)


def test_of_thousands_of_problems_the_first_are_shown(package: Path) -> None:
    (package / NARRATIVE).write_text("# 报告\n\n" + "{" * 5000, encoding="utf-8")
    message = refused(package)
    assert message.count("  · ") == 200
    assert "另有 4800 处没有列出" in message


# ── where it is written ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("out/report.docx", "已有同名的文件"),
        ("out/report.docx/below", "路径中有一段是文件"),
        ("长" * 200, "名称太长"),
        ("我的单位", "在数据包「我的单位」里面"),
        ("我的单位/out", "在数据包「我的单位」里面"),
        ("out/../我的单位/out", "在数据包「我的单位」里面"),
        ("link/out", "在数据包「我的单位」里面"),
    ],
)
def test_an_output_folder_that_is_none(package: Path, out: str, said: str) -> None:
    (package.parent / "link").symlink_to(package)
    assert said in refused(package, "report", "我的单位", "-o", out)


def test_an_output_folder_with_a_folder_in_the_place_of_a_file(package: Path) -> None:
    (package.parent / "out" / "report.xlsx").mkdir()
    assert "它是一个目录，不是文件" in refused(package)


def test_a_full_disk(package: Path) -> None:
    limit = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
    )
    assert "原有文件没有改动" in refused(package, before=limit)
    assert "原有文件没有改动" in refused(
        package, "new", "新单位", "--unit", "某单位", "--year", "2024", before=limit
    )


@pytest.mark.parametrize(
    ("unit", "said"), [(" ", "单位名称是空的"), ("甲\x01", "U+0001"), ("甲" * 40_000, "不超过 200 个字")]
)
def test_a_unit_without_a_proper_name(package: Path, unit: str, said: str) -> None:
    assert said in refused(package, "new", "新单位", "--unit", unit, "--year", "2024")


@pytest.mark.parametrize("command", ["check", "evaluate", "facts"])
@pytest.mark.parametrize(("path", "said"), [("没有", "没有目录"), ("我的单位/report.md", "没有目录")])
def test_a_package_that_is_none(package: Path, command: str, path: str, said: str) -> None:
    assert said in refused(package, command, path)
