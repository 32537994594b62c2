# oracle: hand (what pycopy 3.6.1 prints)
# Native functions: exceptions, with, jumps out of them.
import micropython


class Manager:
    def __init__(self, swallows=False):
        self.swallows = swallows

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind)
        return self.swallows


@micropython.native
def leaves(how, manager):
    for i in range(3):
        try:
            with manager as m, Manager():
                try:
                    if how == i:
                        return "returned", i
                    if how == 10 + i:
                        break
                    if how > 20:
                        raise OSError(how) if how < 30 else KeyError
                    continue
                finally:
                    print("finally", i)
        except (OSError, ValueError) as e:
            print("caught", repr(e), m is manager)
            how = 1
        except KeyError:
            raise ValueError
        else:
            print("else")
    return "end", how


for how in 0, 12, 25, 15:
    print(leaves(how, Manager()))
print(leaves(35, Manager(True)))
try:
    leaves(36, Manager())
except ValueError as e:
    print(repr(e))
