"""How firmly: the modality of a claim from the words that govern it (codebook, modality)."""

from __future__ import annotations

import re

from according.domain.values import Modality
from according.extract.english.parse import Tree

_PURPORTED = set(
    "reportedly allegedly purportedly supposedly apparently unconfirmed unverified alleged purported believed rumoured rumored suspected presumed thought "
    "apparent".split()
)
_FEARED = set(
    "fear fears feared fearing warn warns warned warning could may might risk risks danger threat threatened worries worry possible potential potentially likely".split()
)
_PLANNED = set(
    "will plan plans planned planning prepare prepares prepared preparing intends intend vows vowed pledged threatens threatening hoping aims aimed attempting attempted "
    "trying tried attempt seeking seeks try set about ahead ready".split()
)
_NEGATIONS = {"not", "n't", "never", "no", "without", "nor", "neither", "failed"}
_DENIALS = re.compile(r"^(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|refut(?:e|es|ed)|dismiss(?:es|ed)?)$")
_VIDEO = {"video", "footage", "images", "photographs", "clip", "clips", "recording"}


def modality_of(tree: Tree, at: int, spoken: Modality = Modality.ASSERTED) -> Modality:
    """The modality of what the token at `at` tells, by the words above it in the parse; `spoken` is how its speaker speaks."""
    if _negated(tree, at):
        return Modality.NEGATED
    denied = _denied(tree, at)
    if denied:
        return Modality.DENIED
    node, steps = at, 0
    while steps < 8:
        for child in tree.children[node]:
            word, dep = tree.lower[child], tree.deps[child]
            if dep in ("advmod", "amod", "aux", "acomp", "neg", "mark") and abs(child - node) <= 6:
                if word in _PURPORTED and not (
                    word in ("suspected", "alleged")
                    and dep == "amod"
                    and steps
                    and tree.tags[node].startswith("NN") is False
                ):
                    if word == "suspected":
                        continue  # a suspected perpetrator leaves the figure asserted
                    return Modality.PURPORTED
                if (
                    dep == "aux" and word in ("could", "may", "might", "would") and tree.child(node, "auxpass") is None
                ) or (dep == "aux" and word in ("could", "may", "might")):
                    if word == "would":
                        continue
                    if _have(tree, node):
                        return Modality.PURPORTED
                    return Modality.FEARED
                if dep == "aux" and word in ("will", "'ll"):
                    return Modality.PLANNED
            if dep == "mark" and word in ("if", "unless") and node != at:
                return Modality.FEARED
        parent = tree.heads[node]
        if parent == node:
            break
        word, dep = tree.lower[parent], tree.deps[node]
        if dep in ("ccomp", "xcomp", "dobj", "pobj", "acl", "advcl", "oprd", "nsubjpass", "prep", "attr", "pcomp"):
            if (
                word
                in (
                    "believed",
                    "thought",
                    "reported",
                    "alleged",
                    "presumed",
                    "purported",
                    "rumored",
                    "rumoured",
                    "suspected",
                )
                and tree.tags[parent] == "VBN"
                and dep in ("xcomp", "ccomp", "nsubjpass", "oprd")
            ):
                if word not in ("reported", "suspected"):
                    return Modality.PURPORTED
            if word in (
                "purported",
                "purports",
                "appeared",
                "appears",
                "seemed",
                "seems",
                "appear",
                "claimed-to",
            ) and dep in ("xcomp", "oprd"):
                return Modality.PURPORTED
            if word in (
                "feared",
                "fears",
                "fear",
                "warned",
                "warns",
                "warning",
                "warn",
                "fearing",
                "threat",
                "risk",
                "danger",
                "prospect",
                "possibility",
            ) and dep in ("ccomp", "dobj", "acl", "pobj", "prep", "pcomp", "xcomp"):
                if not (word == "feared" and dep == "xcomp"):
                    return Modality.FEARED
                return Modality.FEARED
            if (
                word in _PLANNED
                and dep in ("xcomp", "dobj", "acl", "pcomp", "pobj", "prep", "ccomp", "advcl")
                and word not in ("set", "about", "ahead", "will")
            ):
                if dep in ("dobj", "xcomp", "acl", "pcomp") or word in (
                    "preparing",
                    "planning",
                    "prepare",
                    "plans",
                    "plan",
                    "ready",
                ):
                    return Modality.PLANNED
            if (
                word
                in (
                    "vowed",
                    "vows",
                    "threatened",
                    "threatens",
                    "pledged",
                    "ordered",
                    "going",
                    "want",
                    "wants",
                    "wanted",
                    "aiming",
                )
                and dep == "xcomp"
            ):
                return Modality.PLANNED
        node, steps = parent, steps + 1
    if spoken in (Modality.FEARED, Modality.PLANNED):
        return spoken
    return Modality.ASSERTED


def _have(tree: Tree, node: int) -> bool:
    return any(tree.lower[c] in ("have", "'ve") and tree.deps[c] == "aux" for c in tree.children[node])


def _negated(tree: Tree, at: int) -> bool:
    node = at
    for step in range(3):
        for child in tree.children[node]:
            if tree.deps[child] == "neg" or (tree.deps[child] == "det" and tree.lower[child] == "no"):
                return True
        parent = tree.heads[node]
        if parent == node:
            return False
        if tree.deps[node] not in ("dobj", "nsubjpass", "auxpass", "xcomp", "prep", "pobj", "attr") and not (
            step == 0 and tree.deps[node] == "nsubj" and not tree.tags[at].startswith("VB")
        ):
            return False
        if tree.deps[node] == "pobj" and tree.lower[parent] == "without":
            return True
        node = parent
    return False


def _denied(tree: Tree, at: int) -> bool:
    node = at
    for _ in range(6):
        parent = tree.heads[node]
        if parent == node:
            return False
        if _DENIALS.match(tree.lower[parent]) and tree.deps[node] in (
            "ccomp",
            "xcomp",
            "dobj",
            "acl",
            "prep",
            "pcomp",
            "pobj",
        ):
            return True
        node = parent
    return False


def video_speaks(tree: Tree) -> int | None:
    """The token of a video or footage that is the sentence's subject: what it purports to show is purported."""
    for i, word in enumerate(tree.lower):
        if word in _VIDEO and tree.deps[i] in ("nsubj", "nsubjpass", "dep", "compound"):
            return i
    return None
