# oracle: hand (what pycopy 3.6.1 prints)
# Names with two underscores in front belong to the class around them.
class Account:
    __count = 0

    def __init__(self, start):
        self.__sum = start
        self.__class_name__ = "kept"

    def __add(self, amount, __twice=False):
        self.__sum += amount * (2 if __twice else 1)
        return self.__sum

    def add(self, amount):
        return self.__add(amount, _Account__twice=True)

    class _Inner:
        def look(self, other):
            return other.__hidden


a = Account(5)
print(a.add(2), a._Account__sum, a.__class_name__, Account._Account__count)
try:
    a.__sum
except AttributeError:
    print("no __sum outside")
a._Inner__hidden = 7
print(a._Inner().look(a))


class __:
    __plain = 1


print(__.__plain)
