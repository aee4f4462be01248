"""The names of shared tasks, with their years and titles."""

from __future__ import annotations

import pytest
from reading import extract


def datasets(text: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in extract(text).entities if one.type == "Dataset"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "We took part in SemEval-2021 Task 7: QuaxHum here.",
            {"SemEval-2021 Task 7": ("QuaxHum",)},
            id="colon",
        ),
        pytest.param(
            "We took part in SemEval-2021 Task 7 “QuaxHum” here.",
            {"SemEval-2021 Task 7": ("QuaxHum",)},
            id="quotes",
        ),
        pytest.param(
            "We took part in SemEval-2021 Task 7 with QuaxHum here.",
            {"SemEval-2021 Task 7": ()},
            id="no-title",
        ),
        pytest.param(
            "We took part in Mining Owls for Health (MOH) 2021, a shared task on the MOH corpus.",
            {"Mining Owls for Health (MOH) 2021": ("MOH", "Mining Owls for Health", "MOH 2021")},
            id="year",
        ),
        pytest.param(
            "We use the Jutland Oak (JO) corpus of 2021, and the JO corpus again.",
            {"Jutland Oak": ("JO",)},
            id="year-elsewhere",
        ),
        pytest.param(
            "We use WMT14 English-to-German here.", {"WMT14 English-to-German": ()}, id="languages"
        ),
        pytest.param("We use WMT'14 En-De here.", {"WMT'14 En-De": ()}, id="codes-of-languages"),
        pytest.param(
            "We join the 1st Shared Task on Owl-level Parsing of Trees (OWL2022) and win.",
            {"1st Shared Task on Owl-level Parsing of Trees": ()},
            id="shared-task-on",
        ),
        pytest.param(
            "We join the WMT20 Shared Task on Chat Translation here.",
            {"WMT20 Shared Task on Chat Translation": ()},
            id="shared-task-of-a-campaign",
        ),
        pytest.param("We join the Shared Task on Owl Parsing (OP).", {}, id="shared-task-in-short"),
        pytest.param("We join the First Shared Task on", {}, id="shared-task-cut-off"),
        pytest.param("We join the First Shared Task on owls.", {}, id="shared-task-without-title"),
        pytest.param("We use WMT14 for English here.", {"WMT14": ()}, id="one-language"),
        pytest.param("We use WMT14 up to now here.", {"WMT14": ()}, id="no-languages"),
        pytest.param(
            "We join SemEval 2018 Task 7 here.",
            {"SemEval 2018 Task 7": ()},
            id="dated-and-numbered",
        ),
        pytest.param(
            "We join the Owl Duration Inference (ODI-3) shared task.",
            {"Owl Duration Inference": ("ODI-3",)},
            id="short-form-of-a-shared-task",
        ),
        pytest.param(
            "Our team joins GermEval 2021 and uses the GermEval test set.",
            {"GermEval 2021": ("GermEval",)},
            id="without-its-year",
        ),
        pytest.param(
            "We use THUMOS 2014 and THUMOS.", {"THUMOS 2014": (), "THUMOS": ()}, id="no-participant"
        ),
        pytest.param(
            "Our team uses THUMOS 2014, THUMOS 2015, and THUMOS.",
            {"THUMOS 2014": (), "THUMOS 2015": (), "THUMOS": ()},
            id="several-years",
        ),
        pytest.param(
            "We join the QuaxEval’2023 shared task.", {"QuaxEval’2023": ()}, id="apostrophe"
        ),
        pytest.param(
            "We join the Owl News Detection in Moor Languages shared task.",
            {"Owl News Detection in Moor Languages": ()},
            id="title-in-front",
        ),
        pytest.param("We join the Owl News shared task.", {"Owl News": ()}, id="short-title"),
        pytest.param(
            "Seen in moors (QUAX 2025 Shared Task 1) by us.",
            {"QUAX 2025 Shared Task 1": ()},
            id="numbered-shared-task",
        ),
        pytest.param(
            "We compare three corpora from the literature: QAEC, QMT, US2016Q.",
            {"QAEC": (), "QMT": (), "US2016Q": ()},
            id="corpora-from-the-literature",
        ),
    ],
)
def test_the_names_of_a_campaign(text: str, found: dict[str, tuple[str, ...]]) -> None:
    assert {name: set(forms) for name, forms in datasets(text).items()} == {
        name: set(forms) for name, forms in found.items()
    }
