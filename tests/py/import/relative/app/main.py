from . import title, parts
from .parts import engine
from .parts.engine import start as go


def run():
    return title, parts.count, engine.start(), go()
