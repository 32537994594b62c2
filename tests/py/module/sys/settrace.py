# oracle: hand
# The trace function sees calls, lines, returns, yields and exceptions.
import sys


def tracer(frame, event, argument):
    back = frame.f_back
    print(event, frame.f_code.co_name, frame.f_lineno, back.f_code.co_name, back.f_lineno)
    if frame.f_code.co_name == "silent":
        return None
    return tracer


def add(a, b):
    return a + b


def loops():
    total = 0
    for i in range(2):
        total = add(total, i)
    while total > 0:
        total -= 1
    return total


def numbers():
    yield 1
    yield 2


def fails():
    try:
        raise ValueError("text")
    except ValueError:
        return "caught"


def passes_on():
    add("a", 1)


def silent():
    return add(1, 1)


sys.settrace(tracer)
loops()
for number in numbers():
    print(number)
fails()
try:
    passes_on()
except TypeError:
    print("not traced here")
silent()
sys.settrace(None)
print(add(1, 2))
print(add.__code__.co_name, type(add.__code__.co_code).__name__)
