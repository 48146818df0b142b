"""The scheme: what ships, and how a wrong file is refused."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from text.errors import UsageError
from text.scheme import SchemeError, default_scheme, load_scheme, parse_scheme

SMALL = """\
name = "small"
version = "1"

[[layers]]
name = "entity"
zh = "实体"

[[labels]]
name = "PER"
zh = "人物"
layer = "entity"
key = "1"
colour = "#ff0000"

[[labels]]
name = "ORG"
zh = "机构"
layer = "entity"
colour = "#00ff00"
was = ["COMPANY"]

[[attributes]]
name = "sex"
zh = "性别"
labels = ["PER"]
type = "choice"
choices = ["m", "f"]
"""


def test_default_scheme_has_the_ten_labels_on_their_keys() -> None:
    """The keys 1 to 9 and 0 give the labels of the guidelines in their order."""
    scheme = default_scheme()
    names = [scheme.label_for_key(key).name for key in "1234567890"]  # type: ignore[union-attr]
    assert names == [
        "PER",
        "ORG",
        "LOC",
        "TITLE",
        "PROGRAM",
        "EVENT",
        "PROJECT",
        "TARGET",
        "RESULT",
        "AIM",
    ]
    assert (scheme.name, scheme.version) == ("policy", "1")
    assert [layer.zh for layer in scheme.layers] == ["实体", "目标"]
    assert scheme.layer_of("PROJECT") == "entity"
    assert scheme.layer_of("AIM") == "target"
    assert re.fullmatch("[0-9a-f]{64}", scheme.hash)


def test_only_figures_have_attributes() -> None:
    """TARGET and RESULT have the attributes of the guidelines; an entity has none."""
    scheme = default_scheme()
    assert [a.name for a in scheme.attributes_of("TARGET")] == [
        "indicator",
        "value",
        "value_max",
        "unit",
        "base_value",
        "base_unit",
        "comparator",
        "change",
        "basis",
        "period",
        "period_kind",
        "certainty",
        "owner",
    ]
    assert scheme.attributes_of("RESULT") == scheme.attributes_of("TARGET")
    assert scheme.attributes_of("ORG") == ()


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = _rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> tuple[float, float, float]:
    """Björn Ottosson, "A perceptual color space for image processing", 2020."""
    r, g, b = _rgb(colour)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_colours_are_readable_on_dark_and_told_apart() -> None:
    """Every colour has a contrast of 7 to 1 on near-black, and no two are near each other."""
    colours = [label.colour for label in default_scheme().labels]
    for colour in colours:
        assert (_luminance(colour) + 0.05) / (_luminance("#121212") + 0.05) >= 6.5, colour
    for one, other in combinations(colours, 2):
        apart = sum((a - b) ** 2 for a, b in zip(_oklab(one), _oklab(other), strict=True)) ** 0.5
        assert apart >= 0.07, (one, other)


def test_a_file_gives_its_scheme(tmp_path: Path) -> None:
    """A scheme file is read with its renames, its keyless labels and its choices."""
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    scheme = load_scheme(path)
    assert scheme.label("ORG").was == ("COMPANY",)
    assert scheme.label("ORG").key == ""
    assert scheme.label_for_key("") is None
    assert scheme.label_for_key("2") is None
    assert scheme.attributes_of("PER")[0].choices == ("m", "f")
    assert parse_scheme(scheme.source, "again") == scheme


def test_a_scheme_may_say_all_in_chinese_too(tmp_path: Path) -> None:
    """What labels and attributes are, what choices are called, and the guidelines beside it."""
    path = tmp_path / "small.toml"
    own = SMALL.replace('key = "1"', 'key = "1"\ndescription_zh = "人名"\nis_not_zh = "记者"', 1)
    path.write_text(own + 'choices_zh = ["男", "女"]\n', encoding="utf-8")
    (tmp_path / "small.md").write_text("# Told", encoding="utf-8")
    (tmp_path / "small.zh.md").write_text("# 说明", encoding="utf-8")
    scheme = load_scheme(path)
    assert (scheme.label("PER").description_zh, scheme.label("PER").is_not_zh) == ("人名", "记者")
    assert scheme.label("ORG").description_zh == ""
    assert scheme.attributes_of("PER")[0].choices_zh == ("男", "女")
    assert (scheme.guidelines, scheme.guidelines_zh) == ("# Told", "# 说明")


def test_all_that_ships_is_told_in_both_languages() -> None:
    """Labels, attributes, choices; and both guidelines have the same rows and rules."""
    scheme = default_scheme()
    for told in (*scheme.labels, *scheme.attributes):
        assert told.description, told.name
        assert re.search("[一-鿿]", told.description_zh), told.name
    for label in scheme.labels:
        assert label.is_not, label.name
        assert label.is_not_zh, label.name
    for attribute in scheme.attributes:
        assert len(attribute.choices_zh) == len(attribute.choices)
    shapes = [
        [re.match(r"\| `\w+`|\| ---|#+|- |", line)[0] for line in text.splitlines()]  # type: ignore[index]
        for text in (scheme.guidelines, scheme.guidelines_zh)
    ]
    english, chinese = ([part for part in shape if part] for shape in shapes)
    assert english == chinese


def test_an_unknown_label_is_named() -> None:
    """Asking for a label that is not there names it and those that are."""
    with pytest.raises(SchemeError, match="no label 'PLACE'; it has PER, ORG"):
        default_scheme().label("PLACE")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('version = "1"', 'version = "1', 2, "Illegal character"),
        ('version = "1"', "", 1, "'version' is missing"),
        ('version = "1"', "version = 1", 2, "must be a string"),
        ('name = "ORG"', 'name = "PER"', 16, "'PER' is there twice"),
        ('name = "ORG"', 'name = "THE ORG"', 16, "spaces"),
        ('name = "ORG"', 'name = ""', 16, "'name' is empty"),
        ('colour = "#00ff00"', 'colour = "#00ff00"\nkey = "1"', 20, "already that of PER"),
        ('key = "1"', 'key = "a"', 12, "not one of the digits"),
        ('key = "1"', 'key = "12"', 12, "not one of the digits"),
        ('layer = "entity"\ncolour', 'layer = "thing"\ncolour', 18, "unknown layer 'thing'"),
        ('colour = "#00ff00"', 'colour = "green"', 19, "not of the form #rrggbb"),
        ('colour = "#00ff00"', 'color = "#00ff00"', 19, "unknown key 'color'"),
        ('was = ["COMPANY"]', 'was = ["PER"]', 20, "still a label"),
        ('was = ["COMPANY"]', 'was = "COMPANY"', 20, "must be a list of strings"),
        ('labels = ["PER"]', 'labels = ["LOC"]', 25, "unknown label 'LOC'"),
        ('labels = ["PER"]', "labels = []", 25, "belongs to no label"),
        ('type = "choice"', 'type = "colour"', 26, "unknown type 'colour'"),
        ('choices = ["m", "f"]', "", 22, "has no choices"),
        ("[[attributes]]", "[attributes]", 1, "must be written as"),
        ('zh = "实体"', 'zh = "实体"\nzh = "又"', 7, "Cannot overwrite a value"),
        ('["m", "f"]', '["m", "f"]\nchoices_zh = ["男"]', 28, "1 Chinese words for 2 choices"),
        ('["m", "f"]', '["m", "f"]\nchoices_zh = ["男", "男"]', 28, "the same Chinese word"),
        ('["m", "f"]', '["m", "f"]\nchoices_zh = "男女"', 28, "must be a list of strings"),
        ('key = "1"', 'key = "1"\ndescription_zh = 1', 13, "must be a string"),
    ],
)
def test_a_wrong_scheme_names_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    """A wrong scheme is refused with the file, the line and the reason, and ends with status 2."""
    assert old in SMALL
    path = tmp_path / "wrong.toml"
    path.write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SchemeError) as caught:
        load_scheme(path)
    assert f"{path}, line {line}: " in str(caught.value)
    assert reason in str(caught.value)
    assert isinstance(caught.value, UsageError)


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    """No file, no text and no labels are each told."""
    with pytest.raises(SchemeError, match="cannot be read: No such file"):
        load_scheme(tmp_path / "none.toml")
    path = tmp_path / "bytes.toml"
    path.write_bytes(b'name = "x"\nversion = "\xff"')
    with pytest.raises(SchemeError, match="line 2: not UTF-8"):
        load_scheme(path)
    with pytest.raises(SchemeError, match=r"there are no \[\[layers\]\]"):
        parse_scheme('name = "x"\nversion = "1"', "nothing")
