from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link.people import person_id, venue_id, venue_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Heng-Jui Chang", "HENG-JUI CHANG", id="case"),
        pytest.param("J. Park", "J Park", id="dot"),
        pytest.param("J.S. Park", "J. S. Park", id="initials"),
        pytest.param("Li  Wei", "Li\u00a0Wei", id="white-space"),
        pytest.param("Jose\u0301 Sanz", "José Sanz", id="composed"),
        pytest.param("Heng Jui Chang", "Heng-Jui Chang", id="hyphen"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert person_id(one) == person_id(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("José Sanz", "Jose Sanz", id="diacritics"),
        pytest.param("J. Smith", "John Smith", id="initial"),
        pytest.param("张三", "张四", id="chinese"),
        pytest.param("Wei Li", "Li Wei", id="order"),
    ],
)
def test_people_who_stay_apart(one: str, other: str) -> None:
    assert person_id(one) != person_id(other)


@pytest.mark.parametrize(
    ("venue", "name"),
    [
        pytest.param("ICASSP 2022", "ICASSP", id="year-behind"),
        pytest.param("2023 IEEE ICME", "IEEE ICME", id="year-in-front"),
        pytest.param("CVPR", "CVPR", id="no-year"),
        pytest.param("2022", "2022", id="only-a-year"),
        pytest.param("AAAI-2020 Workshops", "AAAI Workshops", id="year-within"),
        pytest.param("Task 20225", "Task 20225", id="another-number"),
    ],
)
def test_venues_without_their_year(venue: str, name: str) -> None:
    assert venue_name(venue) == name


def test_all_years_of_a_venue_are_one() -> None:
    found = {venue_id(venue) for venue in ("ICASSP 2022", "icassp 2021", "ICASSP", "ICASSP,  2020")}
    assert found == {"venue/icassp"}


@given(st.text(alphabet=" .,'-2019٠é李\t", min_size=1))
def test_nobody_and_no_venue_is_without_a_key(name: str) -> None:
    assert not person_id(name).endswith("/")
    assert not venue_id(name).endswith("/")
