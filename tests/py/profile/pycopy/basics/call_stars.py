# oracle: hand (what pycopy 3.6.1 prints)
# A starred argument is evaluated after all others, wherever it stands, and a plain one may not follow.
def say(x):
    print("say", x)
    return x


def f(*args, **kw):
    print(args, sorted(kw.items()))


class A:
    def m(self, *args, **kw):
        f(*args, **kw)


f(*say((1, 2)), a=say(3), **say({"b": 4}))
f(say(0), *say([1]), b=say(2))
f(**say({"c": 5}))
A().m(say(0), *say((6,)), d=say(7), **say({}))
A().m(*"ab")
for source in ("f(*[], 1)", "f(*[], *[])", "f(**{}, **{})", "f(a=1, 2)"):
    try:
        eval(source)
    except SyntaxError as e:
        print(source, e)
