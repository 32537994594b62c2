# oracle: cpython
# isinstance and issubclass with classes and tuples.
class A:
    pass


class B(A):
    pass


print(isinstance(B(), A), isinstance(A(), B), isinstance(B(), (int, A)), isinstance(5, (str, float)))
print(issubclass(B, A), issubclass(A, B), issubclass(A, A), issubclass(B, (int, object)))
print(isinstance('', str), isinstance([], list), isinstance({}, dict), isinstance(None, type(None)))
print(isinstance(ValueError(), Exception), issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print(isinstance(A, type), isinstance(5, object))
try:
    isinstance(1, 1)
except TypeError:
    print('TypeError')
