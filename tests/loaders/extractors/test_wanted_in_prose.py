"""What is to be done where running text tells nobody to do it."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.asking_prose import find_obligations_in_report
from loaders.readers.text import read

FINDER = ActorFinder("", council_named("Tameside Metropolitan Borough Council"))


def report(text: str) -> list[tuple[list[str], str | None]]:
    found = find_obligations_in_report(read(text.encode()), FINDER)
    return [([who.label for who in each.duty.bearers], each.duty.action) for each in found]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("There is still more to do to involve carers.", "do more to involve carers"),
        (
            "However, much work remains to be done before all are safe.",
            "do much work before all are safe",
        ),
        (
            "Planning requires further strengthening to inject pace.",
            "further strengthen planning to inject pace",
        ),
        (
            "The tool used in the hub needs further improvement.",
            "further improve the tool used in the hub",
        ),
        (
            "Visits are good and the quality of plans needs to improve.",
            "improve the quality of plans",
        ),
        ("Homes are few, but this work must continue.", "continue this work"),
        ("Work on escalation must be a priority.", "make work on escalation a priority"),
        (
            "The hub recognises that further work needs to be undertaken to speed up.",
            "undertake further work to speed up",
        ),
        ("There remain teams which require further work.", "do further work on teams"),
        ("There is a lot more work needed to win trust.", "do a lot more work to win trust"),
        ("The pace of change needs to increase.", "increase the pace of change"),
        ("More work is needed, with schools, to end drift.", "do more work to end drift"),
        ("Much needs to be done to win trust.", "do much to win trust"),
        ("Pay is low, but work is still needed to agree it.", "do work to agree it"),
        (
            "Records need to better reflect debate.",
            "Records need to better reflect debate",
        ),
        (
            "The recording of visits requires improvement to show risk.",
            "improve the recording of visits to show risk",
        ),
        ("The recording of visits needs improvement.", "improve the recording of visits"),
        ("The plan requires updating, and while it is new, work is slow.", "update the plan"),
        (
            "Visits are no longer late, but still require further improvement to be good.",
            "further improve visits to be good",
        ),
        ("While plans in the team are new, there is still more to be done.", None),
        ("The next step is to replace the old form.", "replace the old form"),
        (
            "Although more work is needed to map demand, the team, the hub and the trust plan.",
            "do more work to map demand",
        ),
        ("While the hub has identified that this needs to improve, it is new.", "improve this"),
        (
            "A combination of joint work is required to find homes.",
            "A combination of joint work is required to find homes",
        ),
        ("The log is in need of further strengthening.", "further strengthen the log"),
        (
            "Recording requires a stronger focus on risk.",
            "Recording requires a stronger focus on risk",
        ),
        ("Plans need to be more specific.", "make plans more specific"),
        ("There is a need for greater pace.", "There is a need for greater pace"),
        ("Critically, logs need to be in place.", "put logs in place"),
        ("The hub knows that there needs to be an audit.", "there needs to be an audit"),
        ("Visits should be planned more carefully.", "plan visits more carefully"),
        ("Improvements are needed in relation to pay.", "make improvements in relation to pay"),
        (
            "Further work with schools is required to end drift.",
            "do further work with schools to end drift",
        ),
        ("Increased oversight is required.", "increase oversight"),
        ("There is a need for increased oversight of plans.", "increase oversight of plans"),
        ("Much more is needed to make homes safe.", "do much more to make homes safe"),
        ("This must be a priority.", "make this a priority"),
        ("Carers wait, and there is a need to shorten checks.", "shorten checks"),
        (
            "Leaders have recognised that this needs to be further sharpened.",
            "further sharpen this",
        ),
    ],
)
def test_what_is_left_to_do_is_a_whole_clause(text: str, action: str) -> None:
    assert report(f"Some words. {text}\n") == [([], action)]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("This must change under the new leadership.", "change this under the new leadership"),
        ("Again, this needs to be mended.", "mend this"),
        ("This needs to happen now.", None),
        (
            "This requires urgent and sustained attention.",
            "give urgent and sustained attention to this",
        ),
        ("If it is to do well, this has to change quickly.", "change this quickly"),
        (
            "Leaders know that this area of practice requires strengthening.",
            "strengthen this area of practice",
        ),
        ("More is needed to ensure that they are heard.", "do more to ensure that they are heard"),
    ],
)
def test_what_a_sentence_points_back_at_is_doubtful(text: str, action: str | None) -> None:
    (found,) = find_obligations_in_report(read(f"Some words. {text}\n".encode()), FINDER)
    assert found.duty.action == action
    assert found.doubt and found.doubt.endswith("what it is about is named before")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Recording of visits is weak and this recording needs to be improved.",
            "improve this recording",
        ),
        (
            "Plans are better, but they require further attention.",
            "give further attention to them",
        ),
        (
            "Although this team is new, much work remains to be done to make it known.",
            "do much work to make it known",
        ),
        (
            "Leaders have recognised the need to review their offer but are only just starting.",
            "review their offer",
        ),
    ],
)
def test_an_action_names_what_it_is_done_to(text: str, action: str | None) -> None:
    assert [done for _, done in report(f"{text}\n")] == [action]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "Some plans drift. Leaders must address this issue.",
            ["Some plans drift.", "Leaders must address this issue."],
        ),
        (
            "Visits are late. Managers should do more to embed reflection in this service.",
            ["Visits are late.", "Managers should do more to embed reflection in this service."],
        ),
        (
            "Visits are late. Managers should renew plans such as those of pupils who wait.",
            ["Managers should renew plans such as those of pupils who wait."],
        ),
        ("Visits are late. Managers must act.", ["Managers must act."]),
        ("Leaders must address this issue.", ["Leaders must address this issue."]),
    ],
)
def test_what_an_action_takes_up_is_quoted_with_it(text: str, quoted: list[str]) -> None:
    source = read(f"{text}\n".encode())
    (found,) = find_obligations_in_report(source, FINDER)
    assert [source.text[each.start : each.end] for each in found.evidence] == quoted
