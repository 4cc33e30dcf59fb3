"""Which rules are asked for: those whose codes begin with what is selected and not with what is ignored."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from wenxiao.errors import WenxiaoError


def chooser(codes: Collection[str], select: Sequence[str], ignore: Sequence[str]) -> Callable[[str], bool]:
    """Give the question whether a code starts with one of ``select`` (any if empty) and none of ``ignore``.

    Raises:
        WenxiaoError: a prefix fits none of ``codes``, all there are.
    """
    for prefix in (*select, *ignore):
        if not prefix or not any(code.startswith(prefix) for code in codes):
            raise WenxiaoError(
                f"没有以「{prefix}」开头的规则。请写规则代码或它的开头，例如 {min(codes)[:3]}、{min(codes)}；"
                f"现有规则为 {min(codes)} 至 {max(codes)}，用 wenxiao rules 可以列出全部。"
            )
    wanted, unwanted = tuple(select) or ("",), tuple(ignore)
    return lambda code: code.startswith(wanted) and not code.startswith(unwanted)
