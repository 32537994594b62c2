# oracle: hand (what pycopy 3.6.1 prints) -X strict
# Once __main__ runs, modules and classes keep their names, and constants their values.
var = 1
typed: const = 20
word = const("w")


class A:
    x = 1

    def f(self):
        return 1


def attempt(action):
    try:
        action()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
    else:
        print("done")


def set_typed():
    global typed
    typed = 21


def set_word():
    global word
    word = ""


def define_again():
    global var

    def var():
        pass


def set_member():
    A.x = 5


def set_method():
    A.f = len


def set_new_member():
    A.y = 1


def delete_member():
    del A.x


def set_module_name():
    __import__(__name__).unknown = 1


def __main__():
    for action in (set_typed, set_word, define_again, set_member, set_method):
        attempt(action)
    for action in (set_new_member, delete_member, set_module_name):
        attempt(action)
    a = A()
    a.free = 1
    print(A.x, a.free, typed, word)
