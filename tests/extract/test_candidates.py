from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.candidates import Candidate, Candidates, Vote, unavailable

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 4)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.tuples(SPANS, st.booleans()), max_size=12), SPANS)
def test_a_span_has_exactly_the_candidates_that_share_a_word_with_it(
    spans: list[tuple[tuple[int, int], bool]], asked: tuple[int, int]
) -> None:
    made = [(Candidate(*span), stays) for span, stays in spans]
    candidates = Candidates(one for one, _ in made)
    for one, stays in made:
        if not stays:
            candidates.remove(one)
    kept = [one for one, stays in made if stays]
    assert list(candidates) == kept
    sharing = {one for one in kept if one.first < asked[1] and asked[0] < one.last}
    assert set(candidates.overlapping(*asked)) == sharing


def test_what_overlaps_comes_once_and_in_reading_order() -> None:
    late, early = Candidate(3, 6), Candidate(1, 4)
    assert Candidates([late, early]).overlapping(0, 9) == [early, late]


def test_removing_what_is_not_there_changes_nothing() -> None:
    one = Candidate(0, 2)
    candidates = Candidates([one])
    candidates.remove(Candidate(0, 2))
    assert list(candidates) == candidates.overlapping(0, 1) == [one]


def test_known_names_and_words_of_mixed_case_are_not_for_phrases_to_take() -> None:
    known = Candidate(0, 2, [Vote("Dataset", 12, "dataset.lexicon")], strong=True)
    task = Candidate(3, 5, [Vote("Task", 12, "task.lexicon")], strong=True)
    guessed = Candidate(6, 7, [Vote("Method", 4, "method.shape.suffix")])
    assert unavailable([known, task, guessed], "CClllllMlM") == {0, 1, 7, 9}


def test_a_candidate_that_forgets_its_row_keeps_what_others_say() -> None:
    by_shape = Vote("Method", 5, "method.shape.suffix")
    one = Candidate(0, 1, [Vote("Method", 12, "method.lexicon"), by_shape], strong=True)
    one.forget_row()
    assert (one.row, one.strong, one.votes) == (None, False, [by_shape])
