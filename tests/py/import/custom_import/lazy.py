given = 5


def __getattr__(name):
    raise AttributeError(name)
