"""What a page has around its article."""

from __future__ import annotations

import pytest

from text.boilerplate import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 新闻 > 时政",
        "当前位置：首页>要闻",
        "点击关注临江发布公众号",
        "扫码关注我们",
        "分享到：微信 微博",
        "上一篇：市委召开会议",
        "【打印】【关闭】",
        "阅读原文",
        "字体：大 中 小",
    ],
)
def test_page_furniture_is_known(line: str) -> None:
    """Navigation, buttons and counters are boilerplate."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "关注民生福祉 办好微实事",
        "“扫一扫”就能办事",
        "增长率 > 5%",
        "一次扫码 全程无忧",
        "收藏家协会成立",
        "分享发展成果",
    ],
)
def test_headlines_about_such_things_are_not(line: str) -> None:
    """A headline that speaks of scanning, following or sharing is a headline."""
    assert not is_furniture(line)
