"""What web pages set around an article: navigation, share buttons, copyright, contact lines."""

from __future__ import annotations

import re

# A line longer than this says something, even if it mentions a button.
_SHORT = 40

# A line longer than this is more than a notice: an article that came without its line breaks.
_LONGEST_NOTICE = 300

_LONGEST_PATH = 120
_LONGEST_STEP = 20

_POSITION = re.compile(r"您?(?:现在|当前|目前)?(?:所在)?的?位置\s*(?:[:：]|是)|首页\s*[>»›/|]")
_STEP = re.compile("[>»›]")
_BUTTON = re.compile(
    r"(?:点击|欢迎)?关注.{0,15}(?:微信|微博|公众号|客户端|抖音|视频号|头条号?)$"
    r"|.*(?:(?:扫一扫|扫码|扫描|识别|长按).{0,6}(?:关注|下载|分享|阅读|查看|添加|进群|二维码)|(?:分享|转发)到?.{0,4}朋友圈)"
    r"|(?:分享|转发)(?:到|至|给|：|:).*|(?:打开|点击).{0,6}(?:微信|客户端|APP|查看原文|阅读原文).*|下载.{0,12}(?:客户端|APP).*"
    r"|[【\[]?(?:上一[篇条]|下一[篇条]|相关(?:阅读|新闻|链接|文章|推荐)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)"
    r"|更多(?:精彩|新闻|内容)|返回(?:首页|顶部|列表)|打印(?:本页|文章)?|关闭(?:窗口|本页)?|字[体号]"
    r"|收藏|纠错|点赞|我要(?:评论|纠错)|(?:网友|发表)评论|阅读(?:量|数|次数|原文)|(?:浏览|点击|访问)(?:量|次数|数))"
    r"(?:$|[\s:：】\]|/].*)",
    re.IGNORECASE,
)
_LEGAL_HEAD = re.compile(
    r"[【\[（(]?\s*(?:版权(?:声明|所有|与免责)|(?:免责|特别|法律|郑重)声明|(?:本站)?声明[:：]|Copyright|©)",
    re.IGNORECASE,
)
_LEGAL_LINE = re.compile(
    r"版权所有|ICP备|公网安备|互联网新闻信息服务许可证|转载请注明|未经.{0,12}(?:授权|许可|同意|书面).{0,12}(?:不得|禁止|严禁)"
    r"|(?:不得|禁止|严禁)转载"
)
_TRIMMING = re.compile(
    r"(?:新闻|服务|投诉|监督|举报|客服|联系|咨询|投稿){0,2}(?:热线|电话|邮箱|传真|QQ群?|微信号)\s*[:：]?\s*"
    r"(?=[\w.@+-]*\d)"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]|【?字[体号](?:[:：]|变)|我来说两句|收藏本文"
    r"|(?:分享到?|人气|评论)\s*[:：(（]"
)


def is_furniture(line: str) -> bool:
    """Whether the stripped `line` is a path of navigation crumbs, a share button or the like."""
    if "。" in line or len(line) > _LONGEST_PATH:
        return False
    if _POSITION.match(line) or _is_path(line):
        return True
    return len(line) <= _SHORT and bool(_BUTTON.match(line))


def is_legal_head(line: str) -> bool:
    """Whether `line` opens a copyright notice, which then runs to the end of the page."""
    return bool(_LEGAL_HEAD.match(line))


def is_legal_line(line: str) -> bool:
    """Whether `line` is a copyright notice by itself."""
    return len(line) <= _LONGEST_NOTICE and bool(_LEGAL_LINE.search(line))


def find_trimmings(line: str) -> list[int]:
    """Where in a line of credits the publisher's telephone, a counter or a button begins."""
    return [match.start() for match in _TRIMMING.finditer(line)]


def _is_path(line: str) -> bool:
    """Whether `line` leads from section to section: `首页 > 新闻 > 时政`."""
    steps = [step.strip() for step in _STEP.split(line)]
    return len(steps) > 2 and all(0 < len(step) <= _LONGEST_STEP for step in steps)
