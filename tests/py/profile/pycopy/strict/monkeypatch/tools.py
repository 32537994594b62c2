setting = 1


def first():
    return "first"


def second():
    return "second"
