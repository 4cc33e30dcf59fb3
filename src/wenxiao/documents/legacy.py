"""Older formats (.doc, .wps, .xls, .rtf, .odt) through LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from wenxiao.errors import WenxiaoError, os_reason
from wenxiao.files import write_atomically
from wenxiao.settings import MAX_CONVERSION_SECONDS

_PROGRAMS = ("soffice", "libreoffice")


def converted(content: bytes, name: str, suffix: str, target: str) -> bytes:
    """Convert a file with LibreOffice; macros are not run and its own settings are not touched.

    Args:
        content: the file.
        name: its name, for messages.
        suffix: what the content is, as an extension (``.doc``).
        target: the extension wanted, without dot (``docx`` or ``xlsx``).

    Raises:
        WenxiaoError: LibreOffice is missing, takes too long, or cannot read the file.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise WenxiaoError(
            f"「{name}」是旧版格式（{suffix}），需要 LibreOffice 才能读，本机没有安装。"
            f"请用 Word、Excel 或 WPS 打开，另存为 .{target} 后再审；或者安装 LibreOffice。"
        )
    with tempfile.TemporaryDirectory(prefix="wenxiao-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"source{suffix}")
        write_atomically(source, content)
        _run([program, *_arguments(Path(folder), source, target)], name, target)
        result = Path(folder, "out", f"source.{target}")
        if not result.is_file():
            raise WenxiaoError(
                f"「{name}」无法用 LibreOffice 打开，文件可能已损坏或设有密码。{_remedy(target)}"
            )
        return result.read_bytes()


def _arguments(folder: Path, source: Path, target: str) -> list[str]:
    profile = (folder / "profile").as_uri()
    options = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}"]
    return [*options, "--convert-to", target, "--outdir", str(folder / "out"), str(source)]


def _run(command: list[str], name: str, target: str) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603  (a fixed program on a file of our own)
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise WenxiaoError(
            f"无法启动 LibreOffice 来读「{name}」：{os_reason(error)}。{_remedy(target)}"
        ) from error
    try:
        process.wait(MAX_CONVERSION_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise WenxiaoError(
            f"LibreOffice 读「{name}」超过 {MAX_CONVERSION_SECONDS} 秒没有完成，已停止。{_remedy(target)}"
        ) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program with all it started; what has ended already needs nothing."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _remedy(target: str) -> str:
    return f"请用 Word、Excel 或 WPS 打开检查，另存为 .{target} 后再审。"
