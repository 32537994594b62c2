# oracle: hand
# What code objects tell about themselves.


def f(x, y):
    a = x + y

    b = x - y
    return lambda: a * b


code = f.__code__
print(code.co_name, type(code.co_filename).__name__, type(code.co_firstlineno).__name__)
print(type(code.co_code).__name__, len(code.co_consts), code.co_consts[1])
print("a" in code.co_names or "f" in code.co_names)
print(list(code.co_lines())[:2], code.co_lnotab[:2])
try:
    code.other
except AttributeError as e:
    print(e)
