"""Origins by DESIGN.md: the resolved speaker, else the family's first publisher; ten outlets quoting one monitor are one."""

from __future__ import annotations

import pytest

from according.assess.naming import Naming, name_of, party_of
from according.domain.values import EventType, Measure, Modality
from tests.assess.making import assessed, family, origins
from tests.link.making import event, figure, telling


def test_ten_outlets_that_quote_one_monitor_are_one_origin() -> None:
    tellings = [
        telling(figure(17, by=["Valley Monitor" if n % 2 else "a monitoring group"]), report=f"r{n}", publisher=f"P{n}")
        for n in range(10)
    ]
    assert origins(assessed(*tellings)) == {"Valley Monitor": tuple(f"r{n}" for n in range(10))}


def test_the_publishers_own_voice_is_its_own_origin() -> None:
    found = origins(assessed(telling(figure(3)), telling(figure(3), report="r2", publisher="Post")))
    assert found == {"Herald": ("r1",), "Post": ("r2",)}


def test_a_publisher_that_is_an_actor_and_one_that_quotes_it_are_one_origin() -> None:
    own = telling(figure(3), publisher="The Valley Monitor")
    assert origins(assessed(own, telling(figure(3, by=["Valley Monitor"]), report="r2"))) == {
        "Valley Monitor": ("r1", "r2")
    }


def test_copies_speak_with_the_voice_of_the_first_publisher() -> None:
    copies = [telling(figure(3), report=name, publisher=name.upper()) for name in ("r1", "r2")]
    found = assessed(*copies, families=[family("r2", "r1", publisher="R2")])
    assert origins(found) == {"R2": ("r1", "r2")}


def test_a_stitched_report_speaks_with_the_voices_that_it_took_its_sentences_from() -> None:
    stitched = telling(figure(13), figure(16), figure(2, measure=Measure.INJURED), report="r3", publisher="Aggregate")
    families = [
        family("r1", "r3", publisher="Agency", taken=[("r3", 0, 90)]),
        family("r2", "r3", publisher="Radio", taken=[("r3", 95, 190)]),
    ]
    found = assessed(
        telling(figure(13), publisher="Agency"),
        telling(figure(16), report="r2", publisher="Radio"),
        stitched,
        families=families,
    )
    assert origins(found) == {"Agency": ("r1", "r3"), "Radio": ("r2", "r3"), "Aggregate": ("r3",)}


def test_an_unnamed_speaker_counts_once_a_family() -> None:
    tellings = [telling(figure(3, by=["residents"]), report=f"r{n}", publisher=f"P{n}") for n in (1, 2, 3)]
    assert len(assessed(*tellings).origins) == 3
    found = assessed(*tellings, families=[family("r1", "r2", publisher="P1")])
    assert sorted(origins(found).values()) == [("r1", "r2"), ("r3",)]
    assert len(origins(found)) == 2, "two origins never bear the same name"


def test_each_of_several_speakers_counts() -> None:
    found = assessed(telling(figure(1, by=["rescuers", "a monitoring group"])))
    assert origins(found) == {"rescuers": ("r1",), "Valley Monitor": ("r1",)}


def test_a_named_speaker_that_nobody_knows_is_one_under_its_folded_name() -> None:
    tellings = [
        telling(figure(3, by=[name]), report=f"r{n}")
        for n, name in enumerate(["the Doctors’ Committee of Alpha", "Doctors' Committee of Alpha"])
    ]
    assert len(assessed(*tellings).origins) == 1


def test_the_committee_is_the_committee_that_speaks_by_name() -> None:
    found = assessed(telling(figure(7, by=["Alpha Relief Committee"]), figure(5, by=["the committee"])))
    assert list(origins(found)) == ["Alpha Relief Committee"]


def test_the_bare_event_beside_attributed_figures_is_no_further_origin() -> None:
    found = assessed(telling(event(), figure(9, by=["Alpha Health Office"])))
    assert list(origins(found)) == ["Alpha Health Office"]
    assert set(found.accounts[0].claims) == set(found.claims)


def test_an_outlet_that_leans_on_a_source_is_no_origin_where_it_only_recalls_the_event() -> None:
    first = telling(figure(2, by=["Alpha police"]))
    assert list(origins(assessed(first, telling(event(), report="r2")))) == ["Alpha police"]
    assert len(origins(assessed(first, telling(event(), report="r2", publisher="Post")))) == 2


def test_among_different_sources_the_bare_event_is_the_outlets_own() -> None:
    found = assessed(telling(event(), figure(9, by=["Alpha Health Office"]), figure(12, by=["Rights Centre"])))
    assert set(origins(found)) == {"Herald", "Alpha Health Office", "Rights Centre"}


def test_an_outlets_own_figure_beside_attributed_ones_is_its_own() -> None:
    found = assessed(telling(figure(9, by=["Alpha Health Office"]), figure(2, measure=Measure.INJURED)))
    assert set(origins(found)) == {"Alpha Health Office", "Herald"}


def test_an_outlets_lesser_figure_is_part_of_its_sources_toll() -> None:
    toll = figure(7, by=["Alpha Health Office"])
    assert list(origins(assessed(telling(toll, figure(2))))) == ["Alpha Health Office"]
    assert set(origins(assessed(telling(toll, figure(9))))) == {"Alpha Health Office", "Herald"}


def test_a_copied_claim_is_whose_it_was_in_the_first_report() -> None:
    """However the copy's reader misjudged who speaks there."""
    first = telling(figure(13), publisher="Agency")
    copy = telling(figure(13, by=["Radio Alpha"]), figure(16, by=["Radio Alpha"]), report="r2", publisher="Aggregate")
    found = assessed(first, copy, families=[family("r1", "r2", publisher="Agency", taken=[("r2", 0, 90)])])
    assert origins(found) == {"Agency": ("r1", "r2"), "Radio Alpha": ("r2",)}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("مركز الوادي الطبي", "المركز"),
        ("Jabal Alpha Monitor", "the Alpha Monitor"),
        ("Alpha Relief Desk", "the Relief Desk"),
    ],
)
def test_part_of_a_name_is_the_name(name: str, called: str) -> None:
    assert list(origins(assessed(telling(figure(7, by=[name]), figure(5, by=[called]))))) == [name]


@pytest.mark.parametrize("called", ["the spokesman", "its director", "the group", "the organisation"])
def test_who_speaks_for_the_only_body_that_a_report_names_is_that_body(called: str) -> None:
    of_one = telling(event(by=["Alpha Border Corps"]), figure(3, by=[called]))
    assert list(origins(assessed(of_one))) == ["Alpha Border Corps"]
    of_two = telling(
        event(by=["Alpha Border Corps"]), event(EventType.IED, by=["Rights Centre"]), figure(3, by=[called])
    )
    assert len(origins(assessed(of_two))) == 3


@pytest.mark.parametrize("shown", ["a video", "footage", "the voice on the recording"])
def test_what_a_publisher_shows_is_its_own_voice(shown: str) -> None:
    assert list(origins(assessed(telling(event(by=[shown], modality=Modality.PURPORTED))))) == ["Herald"]


def test_a_publisher_without_a_name_is_an_origin_of_its_own() -> None:
    found = assessed(*(telling(figure(3), report=name, publisher=None) for name in ("r1", "r2")))
    assert len(found.origins) == len(origins(found)) == 2


def test_who_only_fears_or_counts_the_war_is_no_origin() -> None:
    found = assessed(
        telling(
            event(),
            event(EventType.ARMED_CLASH, by=["Valley Monitor"], modality=Modality.FEARED),
            figure(9000, by=["River Front"], cumulative=True),
        )
    )
    assert list(origins(found)) == ["Herald"]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("residents", Naming.UNNAMED),
        ("Residents", Naming.UNNAMED),
        ("a doctor in Alpha", Naming.UNNAMED),
        ("Alpha residents", Naming.UNNAMED),
        ("medical sources", Naming.UNNAMED),
        ("the town council", Naming.UNNAMED),
        ("شهود عيان", Naming.UNNAMED),
        ("مصدر طبي", Naming.UNNAMED),
        ("Alpha Health Office", Naming.NAMED),
        ("Alpha police", Naming.NAMED),
        ("the Alpha governor's office", Naming.NAMED),
        ("UNICEF", Naming.NAMED),
        ("مرصد الوادي", Naming.NAMED),
        ("our correspondent", Naming.STAFF),
        ("a Herald reporter", Naming.STAFF),
        ("مراسلنا", Naming.STAFF),
    ],
)
def test_who_is_named(written: str, kind: Naming) -> None:
    assert name_of(written, ["Herald"])[0] is kind


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a spokesman for the Delta Corps", "Delta Corps"),
        ("Delta Corps spokesman", "Delta Corps"),
        ("monitoring group Valley Watch", "Valley Watch"),
        ("Radio Alpha's presenter", "Radio Alpha"),
        ("Alpha Relief Desk teams", "Alpha Relief Desk"),
    ],
)
def test_a_body_speaks_through_its_people(written: str, name: str) -> None:
    assert name_of(written) == (Naming.NAMED, name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Delta Corps gunmen", "Delta Corps"),
        ("the Delta Corps", "Delta Corps"),
        ("gunmen", None),
        ("Armed men", None),
        ("Artillery fire", None),
        ("مسلحون مجهولون", None),
        ("قوات الدلتا", "قوات الدلتا"),
    ],
)
def test_who_did_it_is_named_or_nobody(written: str, name: str | None) -> None:
    assert party_of(written) == name
