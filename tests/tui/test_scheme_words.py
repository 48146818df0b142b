"""What a scheme says is shown in the language spoken, where the scheme has it in both."""

from __future__ import annotations

import pytest

from store.mark import Mark
from tests.tui.opened import TO_THE_TARGET, shown
from tests.tui.test_bench import press, session_of
from text.scheme import Scheme, default_scheme, parse_scheme
from tui.app import JinbiaoApp
from tui.language import Language, speak
from tui.review.form import Form
from tui.review.guidance import guidance, place_of
from tui.scheme_words import attribute_words, choice_words, described, label_words, value_words
from tui.widgets.attribute_rows import FieldNote
from tui.widgets.inspector import Inspector

ENGLISH_ONLY = """\
name = "small"
version = "1"

[[layers]]
name = "entity"
zh = "实体"

[[labels]]
name = "PER"
zh = "人物"
layer = "entity"
colour = "#ff0000"
description = "a person's name"

[[attributes]]
name = "sex"
zh = "性别"
labels = ["PER"]
type = "choice"
choices = ["m", "f"]
"""


def lines(app: JinbiaoApp, kind: type[FieldNote] | type[Inspector]) -> str:
    widget = app.screen.query_one(kind)
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def current(app: JinbiaoApp) -> Mark:
    mark = session_of(app).current
    assert mark is not None
    return mark


@pytest.mark.parametrize(
    ("language", "choices", "told"),
    [
        (Language.ZH, "1 确保  2 力争  3 预计", "确保、必须"),
        (Language.EN, "1 committed  2 ambition", "committed 确保, 必须"),
    ],
)
async def test_the_form_offers_choices_in_words(
    app: JinbiaoApp, language: Language, choices: str, told: str
) -> None:
    """A digit takes one, what is saved is the scheme's own name for it."""
    speak(language)
    async with app.run_test(size=(130, 36)) as pilot:
        await press(pilot, *TO_THE_TARGET, "e", "e")
        assert choices in lines(app, FieldNote)
        assert told in lines(app, FieldNote)
        await press(pilot, "2", "enter")
        assert current(app).span.attributes["certainty"] == "ambition"
        inspected = lines(app, Inspector)
        assert ("力争" in inspected) is (language is Language.ZH)
        assert ("ambition" in inspected) is (language is Language.EN)


async def test_the_list_of_labels_says_what_they_are(app: JinbiaoApp) -> None:
    """And finds them by those words, in either language."""
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, ";")
        assert "人名，不含职务" in shown(app)
        await press(pilot, *"党委")
        assert "有名称的机构" in shown(app)
        assert "人名" not in shown(app)


def test_common_values_can_be_typed_by_what_they_are_called() -> None:
    """The form keeps the scheme's name for them."""
    attributes = default_scheme().attributes_of("RESULT")
    form = Form(attributes, {}, None)
    form.go_to([attribute.name for attribute in attributes].index("basis"))
    for typed, kept in (("同比", "yoy"), ("mom", "mom"), ("since 2020", "since 2020")):
        form.type(typed)
        assert form.values["basis"] == kept


@pytest.mark.parametrize(
    ("language", "head", "told"),
    [(Language.ZH, "是", "人名，不含职务"), (Language.EN, "is", "a person's name, without title")],
)
@pytest.mark.parametrize(
    "scheme", [default_scheme(), parse_scheme(default_scheme().source, "own.toml")]
)
def test_the_guidelines_are_in_the_language_spoken(
    scheme: Scheme, language: Language, head: str, told: str
) -> None:
    """Those that were written, or what the scheme says of its labels."""
    speak(language)
    blocks = guidance(scheme)
    row = blocks[place_of("PER", blocks)]
    assert row.words == "PER 人物"
    assert dict(row.cells)[head] == told


@pytest.mark.parametrize("language", Language)
def test_what_a_scheme_has_in_one_language_is_shown_in_both(language: Language) -> None:
    """Names that it does not know any more are shown as they are."""
    speak(language)
    scheme = parse_scheme(ENGLISH_ONLY, "small.toml")
    (label,), (attribute,) = scheme.labels, scheme.attributes
    assert described(label) == "a person's name"
    assert described(attribute) == ""
    assert choice_words(attribute, "m") == "m"
    assert label_words(scheme, "GONE") == attribute_words(scheme, "GONE") == "GONE"
    assert value_words(scheme, "GONE", "x") == "x"
