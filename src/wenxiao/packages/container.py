"""The file around a workbook: is it one, and is it safe to open."""

from __future__ import annotations

import io
import zipfile

from wenxiao.archive import DAMAGE, OLE, is_encrypted
from wenxiao.errors import WenxiaoError
from wenxiao.settings import MAX_UNPACKED_BYTES, MAX_WORKBOOK_BYTES


def check_container(content: bytes, file: str) -> None:
    """Refuse what is no workbook or not safe to open.

    Raises:
        WenxiaoError: empty, too big, password-protected, an old .xls, damaged, or inflating too far.
    """
    if not content:
        raise WenxiaoError(f"「{file}」是空文件。请重新导出或重新复制。")
    if len(content) > MAX_WORKBOOK_BYTES:
        raise WenxiaoError(
            f"「{file}」超过 {MAX_WORKBOOK_BYTES // 2**20} MB，不像一个单位一年的数据。请删去图片等无关内容。"
        )
    if content.startswith(OLE):
        raise WenxiaoError(_ole_message(content, file))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except DAMAGE as error:
        raise WenxiaoError(damaged(file)) from error
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise WenxiaoError(
            f"「{file}」解压后超过 {MAX_UNPACKED_BYTES // 2**20} MB，为安全起见没有打开。请检查文件来源。"
        )
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise WenxiaoError(
            f"「{file}」不是 .xlsx 工作簿（可能只是改了扩展名）。请用 Excel 或 WPS 另存为 .xlsx。"
        )


def damaged(file: str) -> str:
    """Say that a file cannot be opened."""
    return f"「{file}」已损坏，或不是 Excel 工作簿。请用 Excel 或 WPS 打开检查，另存为 .xlsx。"


def _ole_message(content: bytes, file: str) -> str:
    if is_encrypted(content):
        return f"「{file}」设有打开密码。请在 Excel 或 WPS 中取消密码后保存。"
    return f"「{file}」是旧的 .xls 格式。请用 Excel 或 WPS 另存为 .xlsx。"
