# oracle: hand (what pycopy 3.6.1 prints)
# Private names of a class belong to it.
__outside = 1


class A:
    __x = 1
    __x += __outside if "__outside" in dir() else 5

    def __m(self, __arg=3):
        self.__y = __arg
        return self.__x + self.__y

    def run(self):
        import math as __math

        __local = self.__m(__arg=4)
        return __local, __math.__name__, [__v for __v in range(2)]

    class __Inner:
        __z = 9

        def get(self):
            return self.__z

    def inner(self):
        return self.__Inner().get()

    def __dunder__(self):
        return __name__


class __B(A): __w = 2
__after = 3


class ___:
    __p = 4


a = A()
print(a.run(), a.inner(), a.__dunder__(), a._A__x, sep=" ")
print(__B._B__w, __after, __outside, ___.__p)
for name in ("__x", "__m", "_A__y", "_A__Inner"):
    print(name, hasattr(a, name))
