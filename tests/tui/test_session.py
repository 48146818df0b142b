"""The reviewer's verbs: what each key decides and where it leaves the cursor."""

from store.mark import Mark, State
from store.reading import Reading
from tui.review.edges import move_edge
from tui.review.movement import Movement, Side, Unit
from tui.review.session import Session


def words(session: Session) -> str:
    """The words of the current mark."""
    mark = session.current
    assert mark is not None
    return session.text[mark.span.start : mark.span.end]


def by_words(session: Session, wanted: str) -> Mark:
    return next(
        m for m in session.reading.marks if session.text[m.span.start : m.span.end] == wanted
    )


def test_it_begins_at_the_first_undecided_span(session: Session) -> None:
    """A new article opens on its first suggestion."""
    assert words(session) == "嘉善县委"


def test_accept_goes_on_to_the_next_undecided(session: Session) -> None:
    """`a` decides and moves on by itself."""
    outcome = session.accept()
    assert outcome.edit is not None
    assert outcome.edit.verb == "accept"
    assert words(session) == "书记"
    assert by_words(session, "嘉善县委").state is State.ACCEPTED


def test_reject_goes_on_and_strikes_out(session: Session) -> None:
    """`x` leaves the suggestion on show as rejected."""
    session.reject()
    assert words(session) == "书记"
    assert by_words(session, "嘉善县委").state is State.REJECTED


def test_accept_leaves_a_decided_span_as_it_is(session: Session) -> None:
    """`a` on a decided span only goes on."""
    session.accept()
    session.previous_mark()
    outcome = session.accept()
    assert outcome.edit is None
    assert words(session) == "书记"


def test_after_the_last_one_it_stays_and_says_so(session: Session) -> None:
    """With nothing undecided behind it, the cursor stays."""
    session.go_to(session.reading.marks[-1])
    outcome = session.accept()
    assert words(session) == "打造先进制造业高地"
    assert outcome.notice is not None
    assert "还有 4 处" in outcome.notice


def test_when_all_is_decided_it_says_what_is_next(session: Session) -> None:
    """The notice after the last decision names the key for done."""
    for _ in range(4):
        session.accept()
    notice = session.accept().notice
    assert notice is not None
    assert "d 完成" in notice


def test_rejecting_an_added_span_deletes_it(session: Session) -> None:
    """What the reviewer added and takes away leaves no trace on the page."""
    place = session.text.index("6%")
    session.point(place)
    session.toggle_selection()
    session.move(Movement.RIGHT)
    session.label("RESULT")
    assert words(session) == "6%"
    session.reject()
    assert not any(m.span.label == "RESULT" for m in session.reading.marks)


def test_relabel_stays_and_corrects(session: Session) -> None:
    """A digit relabels; the cursor stays, since edges may want mending too."""
    session.label("LOC")
    assert words(session) == "嘉善县委"
    mark = session.current
    assert mark is not None
    assert (mark.span.label, mark.state) == ("LOC", State.CORRECTED)


def test_the_suggested_label_accepts(session: Session) -> None:
    """Pressing the label that was suggested accepts the suggestion."""
    session.label("ORG")
    mark = session.current
    assert mark is not None
    assert mark.state is State.ACCEPTED


def test_edges_move_by_character(session: Session) -> None:
    """Each edge moves out and in, and back at the suggestion it is accepted."""
    move_edge(session, Side.RIGHT, Unit.CHARACTER, outwards=False)
    assert words(session) == "嘉善县"
    move_edge(session, Side.LEFT, Unit.CHARACTER, outwards=False)
    assert words(session) == "善县"
    move_edge(session, Side.LEFT, Unit.CHARACTER, outwards=True)
    move_edge(session, Side.RIGHT, Unit.CHARACTER, outwards=True)
    mark = session.current
    assert mark is not None
    assert mark.state is State.ACCEPTED


def test_edges_move_by_word(session: Session) -> None:
    """Word steps go by the segmenter's boundaries."""
    move_edge(session, Side.RIGHT, Unit.WORD, outwards=False)
    assert words(session) == "嘉善"


def test_an_edge_stops_at_the_start_of_the_text(session: Session) -> None:
    """There is nothing to the left of the first character; the reviewer is told."""
    outcome = move_edge(session, Side.LEFT, Unit.CHARACTER, outwards=True)
    assert outcome.edit is None
    assert outcome.notice is not None


def test_selecting_by_word_and_labelling_adds_a_span(session: Session) -> None:
    """`v` and a movement select with the character under the cursor; a digit labels it."""
    session.put_caret(session.text.index("GDP"))
    session.toggle_selection()
    session.move(Movement.CLAUSE_ON)
    selection = session.cursor.selection
    assert selection is not None
    assert session.text[slice(*selection)] == "GDP确保增长6%以上"
    outcome = session.label("TARGET")
    assert outcome.edit is not None
    assert words(session) == "GDP确保增长6%以上"
    assert session.cursor.selection is None


def test_a_selection_over_a_suggestion_replaces_it_and_undo_brings_it_back(
    session: Session,
) -> None:
    """Labelling over a span of the layer is one undo."""
    session.toggle_selection()
    session.move(Movement.RIGHT)
    session.label("LOC")
    assert words(session) == "嘉善"
    assert by_words(session, "嘉善县委").state is State.REJECTED
    session.undo()
    assert by_words(session, "嘉善县委").state is State.SUGGESTED


def test_white_space_at_the_ends_of_a_selection_is_left_out(session: Session) -> None:
    """A line feed taken along is not labelled, and white space alone is not either."""
    end = session.text.index("\n")
    session.point(end - 1)
    session.point(end, drag=True)
    session.label("PROGRAM")
    assert words(session) == "。"
    session.point(end)
    session.toggle_selection()
    assert session.label("PROGRAM").edit is None


def test_a_double_click_selects_a_word(session: Session) -> None:
    """The word under the mouse, by the segmenter's boundaries."""
    session.point(5, double=True)
    assert session.cursor.selection == (4, 6)


def test_next_and_previous_go_by_the_cursor_where_no_span_is_current(session: Session) -> None:
    """`n` after moving the cursor away continues from there."""
    session.put_caret(session.text.index("表示"))
    assert session.current is None
    session.next_mark()
    assert words(session).startswith("规上")
    session.put_caret(session.text.index("表示"))
    session.previous_mark()
    assert words(session) == "江海洋"


def test_the_first_and_the_last_span_are_the_ends(session: Session) -> None:
    """Going beyond them stays and says so."""
    assert session.previous_mark().notice is not None
    assert words(session) == "嘉善县委"


def test_undo_and_redo_go_where_the_edit_was(session: Session) -> None:
    """What changes is what the cursor shows."""
    session.accept()
    session.accept()
    session.undo()
    assert words(session) == "书记"
    session.undo()
    assert words(session) == "嘉善县委"
    session.redo()
    assert by_words(session, "嘉善县委").state is State.ACCEPTED
    session.redo()
    assert session.redo().edit is None


def test_done_asks_twice_where_suggestions_are_undecided(session: Session) -> None:
    """The first `d` goes to the first undecided one and counts; the second leaves them out."""
    session.accept()
    session.next_mark()
    first = session.finish()
    assert not first.leave
    assert words(session) == "书记"
    assert first.notice is not None
    assert "4" in first.notice
    assert session.finish().leave
    assert session.reading.status == "done"


def test_another_key_between_takes_the_first_d_back(session: Session) -> None:
    """`d`, something else, `d` does not finish."""
    session.finish()
    session.next_mark()
    assert not session.finish().leave


def test_a_done_article_can_be_reopened(session: Session) -> None:
    """`D` reopens; on an open one it says so."""
    session.finish()
    session.finish()
    assert session.reopen().edit is not None
    assert session.reading.status == "open"
    assert session.reopen().edit is None


def test_effort_is_what_passed_since_the_last_decision(session: Session, reading: Reading) -> None:
    """Keys count up to a decision, and a verb that changes nothing costs nothing yet."""
    session.meter.key()
    session.meter.key()
    move_edge(session, Side.LEFT, Unit.CHARACTER, outwards=True)
    assert session.meter.read().keys == 2
    session.accept()
    assert session.meter.read().keys == 0
