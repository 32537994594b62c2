# oracle: cpython
# and, or and not give back operands, and stop early.
def seen(x):
    print('saw', x)
    return x


print(seen(0) and seen(1))
print(seen(2) or seen(3))
print(seen('') or seen([]) or seen('x'))
print(not [], not [0], not '', not 0.0)
print(True + True, True == 1, False < True)
print(bool([]), bool({}), bool(()), bool(0), bool(''), bool(None), bool(' '))
print(type(True), type(1 < 2))
