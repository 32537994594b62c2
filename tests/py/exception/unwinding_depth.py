# oracle: cpython
# An exception passes through many frames and runs every handler on its way.
log = []


def descend(n):
    try:
        if n == 0:
            return 1 // 0
        return descend(n - 1) + 1
    except ZeroDivisionError:
        log.append(n)
        if n % 3 == 2:
            return 100
        raise
    finally:
        log.append(-n)


print(descend(10), log)
log.clear()
try:
    descend(1)
except ArithmeticError as e:
    print(type(e).__name__, log)


def again(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        if n:
            again(n - 1)
        print(e, end=' ')


again(5)
print()
stored = None
try:
    {}['key']
except KeyError as e:
    stored = e
try:
    raise stored
except LookupError as e:
    print(e is stored, e.args)
