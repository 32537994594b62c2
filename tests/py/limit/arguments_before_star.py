# oracle: hand
# As many arguments before *more as MicroPython takes on 64-bit machines (tried with its Unix port).
def f(*args):
    return len(args), sum(args)


class C:
    def m(self, *args, **named):
        return len(args), sum(args), len(named)


for n in (29, 30, 31, 32, 33, 61):
    print(n, eval("f(%s*[100, 200])" % ("1," * n)), eval("f(*[100], %s*[200])" % ("1," * (n - 1))))
    print(n, eval("C().m(%s*(5, 6), a=1, **{'b': 2})" % ("1," * n)))
for n in (62, 63, 64):
    try:
        eval("f(%s*[1, 2])" % ("1," * n))
    except SyntaxError as e:
        print(n, e)
