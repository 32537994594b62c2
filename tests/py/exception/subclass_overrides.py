# oracle: cpython
# Exception classes with their own __init__, __str__ and attributes.
class A(Exception):
    def __init__(self, x):
        self.x = x


class B(A):
    def __str__(self):
        return 'B of %r' % self.x


class C(OSError):
    pass


for e in (A(3), B([4]), C(2)):
    try:
        raise e
    except Exception as caught:
        print(caught is e, type(caught).__name__, caught.args)
print(str(B(1)), A(7).x, str(A('text')), A(1).args)
print(isinstance(C(1), OSError), issubclass(B, A))
e = A(1)
e.note = 'extra'
print(e.note, hasattr(e, 'other'))


class D(Exception):
    pass


try:
    raise D('a', 1)
except (KeyError, D) as d:
    print(str(d), d.args[1])
