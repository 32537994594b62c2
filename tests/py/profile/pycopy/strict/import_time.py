# oracle: hand (what pycopy 3.6.1 prints) -X strict
# At import time all works as always, but binding a constant again warns.
def f():
    return 1


def f():
    return 2


x = 1


def x():
    pass


f = 5


def f():
    pass


import sys
import sys

sys_name = sys.__name__
print(sys_name, __name__, f is not None)


class A:
    def g(self):
        return 1

    def g(self):
        return 2


print(A().g())


def __main__():
    print("main", f())
