from __future__ import annotations

import pytest

from kg.read.names import is_part_of_list, parse_names, split_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Lovelace, Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("Ada Lovelace and Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        (
            "Ada Lovelace, Alan Turing, and Kurt Gödel",
            ["Ada Lovelace", "Alan Turing", "Kurt Gödel"],
        ),
        ("Ada Lovelace & Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("Laurens van der Maaten", ["Laurens van der Maaten"]),
        ("ADA LOVELACE, ALAN TURING", ["ADA LOVELACE", "ALAN TURING"]),
        ("A. M. Turing, J.-P. Serre, JP Serre", ["A. M. Turing", "J.-P. Serre", "JP Serre"]),
        ("Xi'ai Chen, Seán O'Hara, Hung-yi Lee", ["Xi'ai Chen", "Seán O'Hara", "Hung-yi Lee"]),
        ("Stéphane d'Ascoli, Rami Al-Rfou", ["Stéphane d'Ascoli", "Rami Al-Rfou"]),
        ("Bo An, Deep Ganguli, Larry Page", ["Bo An", "Deep Ganguli", "Larry Page"]),
        ("Sammy Davis, Jr., Ada Lovelace", ["Sammy Davis, Jr.", "Ada Lovelace"]),
        ("Ada Lovelace*, Alan Turing†", ["Ada Lovelace", "Alan Turing"]),
        ("Ada Lovelace (London), Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("The ATLAS Collaboration", ["The ATLAS Collaboration"]),
        ("DeepSeek-AI, Daya Guo, Dejian Yang", ["DeepSeek-AI", "Daya Guo", "Dejian Yang"]),
        ("Md Hasan, Sabine Schulte im Walde", ["Md Hasan", "Sabine Schulte im Walde"]),
        ("Alexandra (Sandra) Li, Bo An", ["Alexandra (Sandra) Li", "Bo An"]),
        ("Laks Lakshmanan, V.S., Lluís-F. Rey", ["Laks Lakshmanan, V.S.", "Lluís-F. Rey"]),
        ("C.v. Jawahar, V.S.Mahesh Rao", ["C.v. Jawahar", "V.S.Mahesh Rao"]),
        ("Łukasz Kaiser, Ørjan Åström", ["Łukasz Kaiser", "Ørjan Åström"]),
    ],
)
def test_lists_of_names(line: str, names: list[str]) -> None:
    authors = parse_names(line)
    assert authors is not None
    assert list(authors.names) == names
    assert authors.complete


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace, Alan Turing et al.",
        "Ada Lovelace, Alan Turing, et al",
        "Ada Lovelace and Alan Turing, et. al.",
        "Ada Lovelace, Alan Turing and others",
    ],
)
def test_et_al_is_no_author(line: str) -> None:
    authors = parse_names(line)
    assert authors is not None
    assert authors.names == ("Ada Lovelace", "Alan Turing")
    assert not authors.complete


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Technology",
        "2021)",
        "Machine Intelligence",
        "Neural Information Processing (ICONIP), 2021",
        "IEEE Transactions on Image Processing",
        "We count owls, foxes and trees.",
        "over Neural Radiance Fields",
        "BERT, ELMo, GPT",
        "Ada Lovelace, Alan Turing,",
        "Ada Lovelace wrote this",
        "https://owls.example.org",
        "Results: Ada Lovelace",
    ],
)
def test_other_lines(line: str) -> None:
    assert parse_names(line) is None


def test_part_of_a_list_may_be_cut_inside_a_name() -> None:
    assert is_part_of_list("Grace Hopper, Ada")
    assert is_part_of_list("van der Maaten, Alan Turing et al.")
    assert not is_part_of_list("Grace Hopper counts owls")


def test_known_list_is_split_without_questions() -> None:
    assert split_names("plato, D. Hume et al.").names == ("plato", "D. Hume")
    assert not split_names("plato et al.").complete
