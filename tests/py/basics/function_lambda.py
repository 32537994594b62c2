# oracle: cpython
# lambda takes every kind of parameter.
print((lambda: 'none')())
print((lambda a, b=2: a + b)(1), (lambda *a: a)(1, 2), (lambda **k: k)(x=1))
compose = lambda f, g: lambda x: f(g(x))
print(compose(str, abs)(-5))
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)))
print((lambda x: x if x > 0 else -x)(-3))
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10))
