# oracle: cpython
# Annotations are accepted everywhere.
x: int = 5
y: 'not evaluated here'


def f(a: int, b: str = 'b', *args: tuple, c: float = 1.5, **kw: dict) -> list:
    n: int = a
    return [n, b, args, c, kw]


class C:
    field: int = 3


print(x, f(1), f(2, 'x', 3, c=4, d=5), C.field)
