"""Words of the language in which a numeral character counts nothing (进一步, 统一, 十分), as data."""

from __future__ import annotations

from collections import defaultdict

_WORDS = """
一般 一定 一样 一直 一些 一起 一旦 一切 一向 一律 一并 一贯 一致 一再 一度 一经 一概 一同 一面 一边 一方面 一道 一味 一番
一时 一手 一身 一心 一线 一流 一体 一盘棋 一批 一系列 一部分 一揽子 一脉相承 一如既往 一丝不苟 一视同仁 一目了然 一步到位
一成不变 一蹴而就 一以贯之 一席之地 一举 一改 一线 一大批 一连串 一路 一齐 一应 一共 一刀切 一把手 一行 一侧 一端 一旁
一会儿 一点 一下 一员 一环 一片 一抓到底 一锤定音 一网打尽 一帆风顺 一鼓作气 一事一议 一窝蜂 一对一 一站式 一条龙 一卡通
进一步 统一 唯一 万一 同一 逐一 单一 专一 之一 合一 不一 任一 另一 某一 每一 这一 那一 新一轮 新一代 下一步 上一步 下一年
第一线 统一战线 星期一 周一 周二 周三 周四 周五 周六 前一 后一 上一 下一 一一 始终如一 合二为一 说一不二 划一 归一 独一无二
一致性 一体化 一次性 划一 整齐划一 如一 万一 表里如一 百里挑一 两江 两湖 两广 两淮 两河 两者 两侧 两岸 两旁 两端 两翼 两手抓 两难 两用 两极
三农 三公 三角 三明 三亚 三峡 三门峡 三江 三原色 再三 四川 四处 四周 四肢 四季 四平 五金 五台 五指山 六安 六盘水 七台河 八卦
九江 九龙 十分 十足 十堰 十字 百姓 百货 百科 百合 百色 百度 百日咳 百花 百年大计 百分比 百分制 百分率 百分点 个百分点
老百姓 千万不 千方百计 千瓦 千克 千米 千家万户 千差万别 千变万化 千里 千岛 千阳 万事 万物 万能 万象 万达 万科 万宁 万全 万州
万众 万里 万水千山 成千上万 千千万万 亿万 丽江 半岛 半导体 三甲 三维 二维 二氧化 一氧化 三轮车 三方 五官 五谷 五行 五一
六一 七一 八一 十一黄金周 三八妇女 零星 零售 零部件 零距离 零配件 零食 零碎 零散 归零 清零 两会 双向 双休 双方 双重 双语
双赢 双拥 双边 双手 双双 双创 无双 双鸭山 一中 二中 三中 一些 一对 首先 不二 二手 二胎 三伏 第三方 第三产业 第二产业 第一产业
一把 万户 半数 千古 百般 百倍 千载 千秋 万分 万象更新 四通八达 五湖四海 七上八下 九牛一毛 一五一十 乱七八糟 三令五申 两全其美
三心二意 四面八方 一举两得 一分为二 接二连三 丢三落四 举一反三 三番五次 五花八门 千人口 六神无主 十全十美 百花齐放 百家争鸣 千锤百炼
"""
_COUNTING = frozenset({"三公", "双方", "一次性"})
"""Set phrases that do hold a number and stay mentions."""

_IDIOMS = frozenset(_WORDS.split()) - _COUNTING


def _by_pair() -> dict[str, tuple[tuple[int, str], ...]]:
    """File each word under every two letters side by side in it, with where in the word they stand."""
    filed: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word in sorted(_IDIOMS):
        for at in range(len(word) - 1):
            filed[word[at : at + 2]].append((at, word))
    return {pair: tuple(places) for pair, places in filed.items()}


_BY_PAIR = _by_pair()


def in_idiom(text: str, start: int, end: int) -> bool:
    """Tell whether the numeral at ``start`` to ``end`` is part of a word that counts nothing."""
    for first in (start, start - 1):  # a numeral has a letter of its word behind it, or before it
        for at, word in _BY_PAIR.get(text[max(first, 0) : first + 2], ()):
            begin = first - at
            if begin >= 0 and begin + len(word) >= end and text.startswith(word, begin):
                return True
    return False
