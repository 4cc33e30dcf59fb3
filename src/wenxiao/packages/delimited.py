"""CSV in and out: the encoding Excel used, and its quoting."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence

from wenxiao.catalogue.model import TableSpec
from wenxiao.errors import WenxiaoError
from wenxiao.packages.layout import heading, texts
from wenxiao.packages.model import Row
from wenxiao.packages.sheet import Grid
from wenxiao.settings import MAX_ROWS_PER_SHEET, MAX_WORKBOOK_BYTES


def read_csv(content: bytes, file: str) -> Grid:
    """Read a CSV file in UTF-8 (with or without BOM) or GB18030; a row is what Excel shows as one.

    Raises:
        WenxiaoError: the file is too large, in another encoding, or its quotes are not closed.
    """
    if len(content) > MAX_WORKBOOK_BYTES:
        raise WenxiaoError(
            f"「{file}」超过 {MAX_WORKBOOK_BYTES // 2**20} MB，不像一个单位一年的数据。请检查文件。"
        )
    reader = csv.reader(io.StringIO(_decoded(content, file), newline=""), strict=True)
    try:
        grid = list(reader)
    except csv.Error as error:
        raise WenxiaoError(
            f"「{file}」第 {reader.line_num} 行附近的引号不成对，或单元格过长（{error}）。"
            "请用 Excel 重新另存为“CSV UTF-8（逗号分隔）”。"
        ) from error
    if len(grid) > MAX_ROWS_PER_SHEET:
        raise WenxiaoError(f"「{file}」有 {len(grid)} 行，超过上限 {MAX_ROWS_PER_SHEET} 行。请检查文件。")
    return grid


def write_csv_table(table: TableSpec, rows: Sequence[Row]) -> bytes:
    """Write the rows of a table as CSV in UTF-8 with BOM, so that Excel opens it as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([heading(field) for field in table.fields])
    writer.writerows(texts(table, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _decoded(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text):
            return text
    raise WenxiaoError(
        f"「{file}」的编码既不是 UTF-8 也不是 GB18030。请用 Excel 另存为“CSV UTF-8（逗号分隔）”。"
    )


def _is_plausible(text: str) -> bool:
    """Tell text from bytes that merely happen to decode: GB18030 accepts almost anything."""
    return all(
        character in "\t\r\n" or unicodedata.category(character) not in {"Cc", "Cn", "Co", "Cs"}
        for character in set(text)
    )
