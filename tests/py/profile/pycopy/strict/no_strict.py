# oracle: hand (what pycopy 3.6.1 prints)
# Without strict mode const is only what it folds.
LIMIT = const(10)
word = const("w")


def f():
    pass


def f():
    return 1


f = 2
print(LIMIT, word, f, __name__)
