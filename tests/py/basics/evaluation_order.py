# oracle: cpython
# Operands, arguments and items are evaluated from left to right.
def t(x):
    print(x, end=' ')
    return x


t(1) + t(2) * t(3)
[t(4), t(5)]
(lambda a, b, c=0: 0)(t(6), t(7), c=t(8))
x = {}
x[t('k')] = t('v')
a = t(1) < t(2) < t(0)
t(1) if t(0) else t(2)
print(t('a'), t('b'))
