"""The report as one HTML file that needs no network: read it, print it on A4, ask each figure why.

Style and script are inlined and named by their digests in a strict Content-Security-Policy, so nothing
a person typed can run. Without JavaScript the page still shows the whole report.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from wenxiao.evaluate import Results
from wenxiao.files import write_atomically
from wenxiao.finding import SEVERITY_LABELS, Finding
from wenxiao.report.blocks import Document, Table
from wenxiao.report.derivations import as_script, records
from wenxiao.report.forms.ledger import FINDINGS
from wenxiao.report.outline import entries, figures_of, sections
from wenxiao.report.web.blocks import body, column_styles, contents

_STATIC = Path(__file__).parent.parent / "static"
_PANEL = """<aside id="why" class="why" aria-labelledby="why-title" hidden>
<h2 id="why-title" tabindex="-1">数字来源</h2>
<button type="button" id="why-close" class="close">关闭</button>
<div id="why-content"></div>
</aside>"""


def write_html(document: Document, results: Results, path: Path) -> None:
    """Write the report with its derivations and findings to ``path``.

    Raises:
        WenxiaoError: the file cannot be written.
    """
    write_atomically(path, render(document, results).encode("utf-8"))


def render(document: Document, results: Results) -> str:
    """Give the page as text; the same document and results give the same text."""
    listed = tuple(entries(document.blocks))
    article = body(sections(document.blocks), results.facts.resolve)
    style = static("report.css") + column_styles(listed)
    script = static("report.js")
    author = f'<meta name="author" content="{escape(document.unit)}">'
    return "\n".join(
        [
            head(document.title, style, script, author),
            '<a class="skip" href="#report">跳到正文</a>\n<div class="page">',
            contents(listed),
            f'<main id="report" tabindex="-1">\n<article class="sheet">\n{article}\n</article>',
            f"{_findings(document, results.findings)}\n</main>",
            f"{_footer(results)}\n</div>",
            _PANEL,
            f'<script type="application/json" id="derivations">{_derivations(document, results)}</script>',
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def static(name: str) -> str:
    """Read a style or script of a page."""
    return (_STATIC / name).read_text("utf-8")


def head(title: str, style: str, script: str, meta: str = "") -> str:
    """Give the head of a page that may run this style and this script and nothing else."""
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{meta + chr(10) if meta else ''}<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>"
    )


def _digest(text: str) -> str:
    """Name an inlined text in the policy (Content Security Policy Level 3, hash sources)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _derivations(document: Document, results: Results) -> str:
    keys = (results.facts.resolve(figure.key) for figure in figures_of(document.blocks))
    return as_script(records((key for key in keys if key), results.facts))


def _findings(document: Document, findings: tuple[Finding, ...]) -> str:
    """List the findings below the report, unless the report itself has them as an attachment."""
    if any(isinstance(block, Table) and block.name == FINDINGS for block in document.blocks):
        return ""
    items = "\n".join(map(_finding, findings))
    listed = f"<ul>\n{items}\n</ul>" if findings else "<p>各项检查未发现问题。</p>"
    return (
        '<section class="sheet findings" aria-labelledby="findings">'
        f'<h2 id="findings">评价发现（{len(findings)} 条）</h2>\n{listed}</section>'
    )


def _finding(finding: Finding) -> str:
    lines = [finding.message, finding.arithmetic, f"建议：{finding.suggestion}" if finding.suggestion else ""]
    places = "".join(f'<p class="places">{escape(str(place))}</p>' for place in finding.places)
    text = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return (
        f'<li class="{finding.severity}"><p><strong class="severity">{SEVERITY_LABELS[finding.severity]}</strong> '
        f"<code>{escape(finding.rule)}</code> {escape(finding.title)}：{escape(finding.subject)}</p>{text}{places}</li>"
    )


def _footer(results: Results) -> str:
    made = (
        f"评价标准：{results.standard.title}；程序版本：{results.engine_version}；数据摘要：{results.digest}"
    )
    return f"<footer><p>{escape(made)}</p></footer>"
