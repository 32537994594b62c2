# oracle: hand (what pycopy 3.6.1 prints) -X strict
# Once __main__ runs, modules and classes keep their names, and constants their values.
var = 1
LIMIT = const(10)


def helper():
    return 2


def attempt(action):
    try:
        action()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
    else:
        print("done")


def set_var():
    global var
    var = 2


def set_new():
    global new
    new = 1


def set_function():
    global helper
    helper = 1


def set_constant():
    __import__(__name__).LIMIT = 11


def delete():
    global var
    del var


def __main__():
    for action in (set_var, set_new, set_function, set_constant, delete):
        attempt(action)
    print(var, LIMIT, __name__)
    names = globals()
    try:
        names["more"] = 1
    except TypeError:
        print("TypeError")
    try:
        set_var()
    except TypeError:
        print("TypeError after globals()")
