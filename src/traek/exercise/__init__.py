"""Exercises in rewriting: a sentence with tryk, and what an answer to it does; knows no screen.

    from traek.exercise import own_exercises, respond, told

    exercise = own_exercises()[0]
    feedback = respond(exercise, answer, engine)
    lines = told(feedback)

Nothing of an answer is kept.
"""

from traek.exercise.facts import facts_in
from traek.exercise.feedback import Feedback, heard_in, respond
from traek.exercise.sets import own_exercises, read_exercises
from traek.exercise.told import told
from traek.exercise.values import Exercise

__all__ = [
    "Exercise",
    "Feedback",
    "facts_in",
    "heard_in",
    "own_exercises",
    "read_exercises",
    "respond",
    "told",
]
