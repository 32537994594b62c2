# oracle: cpython
# Classes in classes and in functions.
class Outer:
    class Inner:
        value = 5

        def get(self):
            return self.value

    def make(self):
        return self.Inner()


print(Outer.Inner.value, Outer().make().get(), Outer.Inner.__name__)


def factory(n):
    class Made:
        number = n

        def times(self, k):
            return n * k
    return Made


A, B = factory(2), factory(3)
print(A.number, B().times(10), A is B, A.__name__)
