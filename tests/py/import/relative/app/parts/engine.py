from .. import title
from ..util import shout


def start():
    return shout(title)


def up():
    from ..util import shout as s
    return s('up')
