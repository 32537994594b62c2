# oracle: reference
# Wrong calls and what the VM says about them.
def f(a, b=1):
    return a


def g(*, k):
    return k


def attempt(call):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(e)


attempt(lambda: f())
attempt(lambda: f(1, 2, 3))
attempt(lambda: f(1, a=2))
attempt(lambda: f(1, c=2))
attempt(lambda: g())
attempt(lambda: g(1))
attempt(lambda: len())
attempt(lambda: len([], []))
attempt(lambda: 5())
attempt(lambda: None.x())
