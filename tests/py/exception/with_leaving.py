# oracle: reference
# Every way out of a with block, with managers of all kinds.
class Manager:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback, extra=0):
        print("exit", self.name, kind, repr(value), traceback)
        return self.swallows


class Loose:
    @staticmethod
    def __enter__(*args):
        return len(args)

    def __exit__(self, *args):
        return len(args)


class Lazy:
    def __enter__(self):
        yield 5

    __exit__ = Manager("callable").__exit__


def returns(manager):
    with manager as m, Manager("inner"):
        for i in range(3):
            with Manager(i):
                if i == 0:
                    continue
                return [m.name, i]


def yields():
    for i in range(3):
        with Manager("yield") as m:
            if (yield m.name):
                break
    with Manager("last", True):
        raise ValueError((yield i))


print(returns(Manager("outer")))
steps = yields()
print(next(steps), next(steps), steps.send(1), next(steps, "end"))
with Loose() as count:
    print(count)
    raise KeyError("swallowed")
with Lazy() as value:
    print(next(value))
try:
    with Manager("a"), Manager("b", True), Manager("c"):
        [].pop()
    with Manager("d"):
        with Manager(1 / 0):
            print("not reached")
except ZeroDivisionError as e:
    print(repr(e))
