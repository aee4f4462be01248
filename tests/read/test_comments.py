from __future__ import annotations

import pytest

from kg.read.comments import MAX_COMMENTS, NO_FACTS, Facts, read_comments


@pytest.mark.parametrize(
    ("comments", "venue", "status", "year"),
    [
        ("Accepted by Conference on Owls 2021 (OWL 2021)", "OWL 2021", "accepted", 2021),
        ("accepted at the 28th Conference on Owls (OWLC), 2021", "OWLC 2021", "accepted", 2021),
        ("Accepted to the 37th AAAI Conference (AAAI 2023) as oral", "AAAI 2023", "accepted", 2023),
        ("Submitted to ApJ. 25 pages", "ApJ", "submitted", None),
        ("Under review at ICASSP", "ICASSP", "submitted", None),
        ("preprint. Submitted to ICASSP 2022", "ICASSP 2022", "submitted", 2022),
        ("In submission to IEEE TIP", "IEEE TIP", "submitted", None),
        ("Under review as a conference paper at ICLR 2021", "ICLR 2021", "submitted", 2021),
        ("Submitted to ICML 2020. Accepted to NeurIPS 2020", "NeurIPS 2020", "accepted", 2020),
        ("Nordic Owl Review", None, None, None),
        ("Nordic Machine Intelligence", "Nordic Machine Intelligence", None, None),
        ("Accepted on IEEE Transactions on Owls", "IEEE Transactions on Owls", "accepted", None),
        (
            "accepted in IEEE Transactions on Owls, Foxes, and Trees: Systems",
            "IEEE Transactions on Owls, Foxes, and Trees",
            "accepted",
            None,
        ),
        ("To appear in NeurIPS 2023", "NeurIPS 2023", "accepted", 2023),
        ("Published in Phys. Rev. D", "Phys. Rev. D", "accepted", None),
        ("Published in Phys. Rev. D 98, 043526 (2018)", "Phys. Rev. D", "accepted", 2018),
        ("Accepted for publication in MNRAS, 12 pages", "MNRAS", "accepted", None),
        ("Camera-ready for CVPR 2022 workshop", "CVPR 2022 workshop", "accepted", 2022),
        ("This paper was accepted to AAAI-22", "AAAI 2022", "accepted", 2022),
        ("ICML'21", "ICML 2021", None, 2021),
        ("NIPS 2017 workshop on Owls, 6 pages", "NIPS 2017 workshop on Owls", None, 2017),
        ("Proceedings of the 2019 Conference on Owls", "2019 Conference on Owls", None, 2019),
        ("CVPR 2021 (Oral)", "CVPR 2021", "accepted", 2021),
        ("ECCV 2020 Spotlight. Project page: http://o.org", "ECCV 2020", "accepted", 2020),
        ("EMNLP 2019 long paper", "EMNLP 2019", None, 2019),
        ("Findings of EMNLP 2020", "Findings of EMNLP 2020", None, 2020),
        ("Journal of Owl Learning 21 (2020) 1-67", "Journal of Owl Learning", None, 2020),
        ("已被 AAAI 2024 接收", "AAAI 2024", "accepted", 2024),
        ("Accepted. 12 pages", None, "accepted", None),
        ("Preprint", None, "preprint", None),
        ("Preprint. Under review.", None, "submitted", None),
        ("submitted on 5 May 2020", None, "submitted", None),
        ("To be submitted to Nature", None, None, None),
        ("Code: https://github.com/owls/ICML2020", None, None, None),
        ("v2: fixed typos", None, None, None),
        ("Extended version of our ICCV 2019 paper", None, None, None),
        ("Winner of the best paper award", None, None, None),
        ("PhD Thesis, University of Owls", None, None, None),
    ],
)
def test_venue_status_year(
    comments: str, venue: str | None, status: str | None, year: int | None
) -> None:
    facts = read_comments(comments)
    assert (facts.venue, facts.status, facts.year) == (venue, status, year)


@pytest.mark.parametrize(
    ("comments", "pages", "figures"),
    [
        ("25 pages, 10 figures, 4 tables", 25, 10),
        ("33 Pages, 12 figures", 33, 12),
        ("8 pages main text + 4 appendix", 8, None),
        ("9+5 pages", 14, None),
        ("12pp, 3 figs.", 12, 3),
        ("16 pages, 9 color figures, 3 tables", 16, 9),
        ("20 pages including 4 figures", 20, 4),
        ("共12页,5幅图", 12, 5),
        ("see page 3 and Figure 2", None, None),
        ("3 tables", None, None),
    ],
)
def test_pages_and_figures(comments: str, pages: int | None, figures: int | None) -> None:
    facts = read_comments(comments)
    assert (facts.pages, facts.figures) == (pages, figures)


@pytest.mark.parametrize("comments", [None, "", "accepted at ICML 2020 " * MAX_COMMENTS])
def test_nothing_to_read(comments: str | None) -> None:
    assert read_comments(comments) == NO_FACTS == Facts()
