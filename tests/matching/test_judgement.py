"""The match orders graded resumes and postings better than cheaper means, and cannot be gamed.

The thresholds are relations, so that a better baseline or a changed grade moves them by itself.
"""

from collections import Counter

import pytest

from benchmarks.judgement import SPLITS, Fixtures, Grade, gain, hard_pairs, ndcg
from benchmarks.matching import TRICKS, Bench, main

HELD_OUT = "held-out"
GRADED = [("ada", 3), ("bob", 1), ("cy", 0)]


@pytest.fixture(scope="module")
def fixtures() -> Fixtures:
    return Fixtures()


@pytest.fixture(scope="module")
def bench(fixtures: Fixtures) -> Bench:
    return Bench(fixtures)


def test_every_resume_is_graded_once_for_every_posting(fixtures: Fixtures):
    pairs = [(grade.resume, grade.posting) for grade in fixtures.grades]

    assert (len(fixtures.resumes), len(fixtures.postings)) == (12, 36)
    assert sorted(pairs) == sorted((r, p) for r in fixtures.resumes for p in fixtures.postings)


def test_every_grade_is_on_the_scale_and_has_a_reason(fixtures: Fixtures):
    assert [it for it in fixtures.grades if it.grade not in range(4) or len(it.reason) < 20] == []


def test_a_hard_negative_is_not_worth_considering(fixtures: Fixtures):
    assert [grade for grade in fixtures.grades if grade.hard and grade.grade > 1] == []


def test_half_of_the_postings_are_held_out(fixtures: Fixtures):
    splits = {grade.posting: grade.split for grade in fixtures.grades}

    assert {(grade.posting, grade.split) for grade in fixtures.grades} == set(splits.items())
    assert Counter(splits.values()) == {"tune": 18, HELD_OUT: 18}


@pytest.mark.parametrize("split", SPLITS)
def test_every_resume_has_a_posting_worth_considering(fixtures: Fixtures, split: str):
    fitting = {grade.resume for grade in fixtures.of(split) if grade.grade >= 2}
    assert fitting == set(fixtures.resumes)


@pytest.mark.parametrize("split", SPLITS)
def test_there_are_hard_negatives_to_fail_on(fixtures: Fixtures, split: str):
    assert len(list(hard_pairs(fixtures.of(split)))) >= 8


@pytest.mark.parametrize(
    ("scores", "expected"),
    [([3.0, 2.0, 1.0], 1.0), ([1.0, 2.0, 3.0], (7 / 2 + 1 / 1.5849625) / (7 + 1 / 1.5849625))],
    ids=["best first", "best last"],
)
def test_the_measure_rewards_the_best_first(scores: list[float], expected: float):
    grades = [Grade(name, "posting", worth, "tune", False, "") for name, worth in GRADED]
    measured = ndcg(dict(zip(grades, scores, strict=True)), lambda grade: grade.posting)
    assert measured == pytest.approx(expected)


def test_a_later_place_gains_less():
    assert gain([3, 0]) == 7
    assert gain([0, 3]) < gain([3, 0])


@pytest.mark.parametrize("other", ["TF-IDF", "alphabet"])
def test_the_match_orders_better_than(bench: Bench, other: str):
    ours, theirs = bench.order("matcher", HELD_OUT), bench.order(other, HELD_OUT)

    assert ours.resumes > theirs.resumes
    assert ours.postings > theirs.postings
    assert ours.right > theirs.right


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_brings_an_unfit_resume_before_the_good_match(bench: Bench, trick: str):
    game = bench.game("matcher", HELD_OUT, trick)

    assert len(game.shares) > 100
    assert game.wins == 0


def test_which_held_out_pairs_went_wrong_is_not_told(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["--pairs", "--split", HELD_OUT])

    assert "stays unseen" in capsys.readouterr().err
