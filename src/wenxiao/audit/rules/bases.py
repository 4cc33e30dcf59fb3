"""What several rules rest on, as their bases name it; where it says so, the original text was not compared yet."""

from __future__ import annotations

GOALS = "财预〔2015〕88号第二十七条"
MEASURABLE_GOALS = "财预〔2015〕88号 绩效目标应指向明确、细化量化（未核对原文）"
SELF_EVALUATION = "项目支出绩效自评表；财预〔2020〕10号（未核对原文）"
EXCESS_EXPLAINED = "财预〔2020〕10号 超额完成应说明原因（限值为通行做法，未核对原文）"
SATISFACTION = "财预〔2013〕53号 社会公众或服务对象满意度；自评复核口径（未核对原文）"
REVIEW = "自评复核口径（地方做法，无统一条款）"
LEDGER_OF_MEASURES = "整改台账（问题、措施、责任单位、期限对应，通行要求）"
EMPTY_TABLES = "地方预决算公开操作规程：没有数据的表格应当列出空表并说明（未核对原文）"
FORMAT = "党政机关公文格式（GB/T 9704—2012，未核对原文）"
NUMERALS = "出版物上数字用法（GB/T 15835—2011，未核对原文）"
