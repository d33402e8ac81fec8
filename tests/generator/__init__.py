"""Annual reports that nobody wrote: composed with a seed, their truth known, for judging the reader and the rules."""

from .compose import compose, corpus, unseen_corpus
from .model import Generated
from .phrases import Phrases, seen, unseen
from .plant import RULES, plant

__all__ = ["RULES", "Generated", "Phrases", "compose", "corpus", "plant", "seen", "unseen", "unseen_corpus"]
