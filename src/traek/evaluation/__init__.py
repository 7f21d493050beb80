"""How well rules do on letters that people annotated, sentence by sentence."""

from traek.evaluation.gold import GoldLetter, read_gold
from traek.evaluation.score import Figures, Score, score

__all__ = ["Figures", "GoldLetter", "Score", "read_gold", "score"]
