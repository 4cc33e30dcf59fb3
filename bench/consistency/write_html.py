"""A benchmark text as a web page, the way content systems write one: nested tags and no-break spaces."""

from __future__ import annotations

from html import escape

from consistency.flow import Box, Grid, Paragraph, parts_of

_PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}</title><style>p {{ text-indent: 2em }}</style></head>
<body>
{body}
</body>
</html>
"""


def html(text: str) -> bytes:
    """Write a text as a web page in UTF-8."""
    parts = parts_of(text)
    title = next((part.text for part in parts if isinstance(part, Paragraph)), "")
    return _PAGE.format(title=escape(title), body="\n".join(map(_part, parts))).encode()


def _part(part: Paragraph | Grid) -> str:
    if isinstance(part, Grid):
        rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in part.rows)
        return f"<table>\n<tbody>\n{rows}\n</tbody>\n</table>"
    tag = "h1" if part.is_title else "p"
    return f"<{tag}><span>{escape(part.text)}</span></{tag}>"


def _cell(box: Box) -> str:
    return f'<td colspan="{box.columns}"><p>{escape(box.text) or "&nbsp;"}</p></td>'
