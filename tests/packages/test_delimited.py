from __future__ import annotations

import pytest

from wenxiao.catalogue.load import core_catalogue
from wenxiao.errors import WenxiaoError
from wenxiao.packages import delimited
from wenxiao.packages.delimited import read_csv, write_csv_table
from wenxiao.packages.intake import rows_from_dicts

TEXT = "项目编号,项目名称\r\nA1,“三公”经费㎡\r\n"
GRID = [["项目编号", "项目名称"], ["A1", "“三公”经费㎡"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_encodings_of_excel_and_wps_are_told_apart(encoding: str) -> None:
    assert read_csv(TEXT.encode(encoding), "项目.csv") == GRID


@pytest.mark.parametrize(
    "content", [TEXT.encode("utf-16"), b"\xff\xfe\x00\x01", TEXT.encode("big5", "replace")]
)
def test_another_encoding_is_refused_not_guessed(content: bytes) -> None:
    with pytest.raises(WenxiaoError, match="编码既不是 UTF-8 也不是 GB18030"):
        read_csv(content, "项目.csv")


def test_a_quoted_cell_may_hold_commas_quotes_and_line_breaks() -> None:
    assert read_csv(b'a,"b,""c""\r\nd"\r\n\r\ne,f\r\n', "x.csv") == [
        ["a", 'b,"c"\r\nd'],
        [],
        ["e", "f"],
    ]


@pytest.mark.parametrize(("text", "line"), [('a,"b\nc', 2), ('a\n"b"c', 2)])
def test_a_quote_that_is_not_closed_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(WenxiaoError, match=f"「x.csv」第 {line} 行附近的引号不成对"):
        read_csv(text.encode(), "x.csv")


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_ROWS_PER_SHEET", 1)
    with pytest.raises(WenxiaoError, match="有 2 行，超过上限 1 行"):
        read_csv(TEXT.encode(), "项目.csv")
    monkeypatch.setattr(delimited, "MAX_WORKBOOK_BYTES", 5)
    with pytest.raises(WenxiaoError, match="不像一个单位一年的数据"):
        read_csv(TEXT.encode(), "项目.csv")


def test_a_table_is_written_as_excel_opens_it() -> None:
    table = core_catalogue().tables["staffing"]
    rows = rows_from_dicts(
        core_catalogue(), "staffing", [{"人员类别": "编制数", "人数": "8", "时点": "2021.12.31"}]
    )
    assert write_csv_table(table, rows).decode() == (
        "\ufeff人员类别*,人数（人）*,时点,口径说明\r\n编制数,8,2021-12-31,\r\n"
    )
