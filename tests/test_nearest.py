"""Near names, for the message about a wrong one."""

from __future__ import annotations

from wenxiao.nearest import nearest, suggestion

NAMES = ["支出总计", "科学普及.主场活动覆盖人次", "科学普及.得分", "三公经费"]


def test_the_nearest_stand_first_and_strangers_not_at_all() -> None:
    assert nearest("支出总记", NAMES)[0] == "支出总计"
    assert nearest("天气", NAMES) == []
    assert len(nearest("科学普及", NAMES, limit=1)) == 1


def test_a_dotted_name_is_found_by_its_last_part() -> None:
    assert nearest("主场活动覆盖", NAMES)[0] == "科学普及.主场活动覆盖人次"


def test_brackets_quotes_and_case_do_not_count() -> None:
    assert nearest("“三公” 经费", NAMES)[0] == "三公经费"
    assert nearest("WX301", ["wx301"]) == ["wx301"]


def test_the_suggestion_is_a_sentence_or_nothing() -> None:
    assert suggestion("三公经废", NAMES).startswith("您要的是不是「三公经费」")
    assert suggestion("天气", NAMES) == ""
