"""The article of the tour, as a careless copy has it, and what is suggested for it."""

from __future__ import annotations

from store.store import Store
from suggest.version import SUGGESTER, VERSION
from text.loading import load_bytes
from text.span import Suggestion

RAW = """綠水市制造業高質量發展大會召開
2024年3月5日
綠水市委書記林若溪表示,,到2025年,全市規模以上工業總產值突破1200億元。
會議由市長周明遠主持,綠水鋼鐵集團等企業負責人參加。
去年,綠水市實(shí)現稅收36億元,同比增長8.5%。
"""
SOURCE = "样例.txt"
AMOUNT = {"comparator": ">", "change": "level", "base_unit": "CNY"}
OFFERS: tuple[tuple[str, str, dict[str, str], float], ...] = (
    ("绿水市委", "ORG", {}, 0.94),
    ("书记", "TITLE", {}, 0.92),
    ("林若溪", "PER", {}, 0.97),
    (
        "全市规模以上工业总产值突破1200亿元",
        "TARGET",
        {
            "indicator": "规模以上工业总产值",
            "value": "1200",
            "unit": "亿元",
            "base_value": "120000000000",
            **AMOUNT,
            "period": "2025",
            "period_kind": "by",
            "certainty": "planned",
            "owner": "绿水市委",
        },
        0.83,
    ),
    ("市长周明远", "PER", {}, 0.55),
    ("绿水钢铁集团", "LOC", {}, 0.41),
    ("负责人", "ORG", {}, 0.3),
)
"""Words, label, attributes and score; some of them wrong, for there is something to do."""


def put_sample(store: Store) -> None:
    """Bring the article and its suggestions into `store`."""
    article = load_bytes(RAW.encode(), SOURCE)
    text = article.revision.text
    found = [
        Suggestion(text.index(words), text.index(words) + len(words), label, told, score, "tour")
        for words, label, told, score in OFFERS
        if words in text
    ]
    store.add(article)
    store.put_suggestions(article.id, SUGGESTER, VERSION, found)
