# oracle: cpython-only
import _thread
import time

log = []


def leave():
    log.append("in")
    try:
        _thread.exit()
    finally:
        log.append("finally")
    log.append("never")


def deep(n):
    return n and deep(n - 1)


def fail():
    try:
        deep(10**6)
    except RuntimeError:
        log.append("recursion")
    raise SystemExit


def nested():
    _thread.start_new_thread(log.append, ("inner",))
    try:
        raise ValueError("mine")
    except ValueError as e:
        time.sleep(0.01)
        log.append(str(e))


ids = [_thread.start_new_thread(f, ()) for f in (leave, fail, nested)]
ids.append(_thread.get_ident())
print(len(set(ids)), all(type(i) is int for i in ids))
while len(log) < 5:
    time.sleep(0.001)
print(sorted(log))
for args in ((leave,), (leave, 1), (leave, (), 5)):
    try:
        _thread.start_new_thread(*args)
    except TypeError:
        print("TypeError")
