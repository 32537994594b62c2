# oracle: cpython-only
# Instances of subclasses of built-in types work like the built-in ones.
class L(list):
    pass


class T(tuple):
    pass


class D(dict):
    pass


class I(int):
    pass


class Str(str):
    pass


l, t, d, s = L([3, 1, 2]), T((1, 2)), D(a=1), Str('hello')
print(l + [1], [1] + l, l * 2, l == [3, 1, 2], [3, 1, 2] == l, l < [4], sorted(l), l[0:2], 2 in l)
same = l
l += [9]
l.append(4)
l[0] = 7
del l[1]
l.sort()
print(l, l is same, type(l) is L, type(l.copy()) is list, list(reversed(l)), max(l), tuple(l))
print(t + (3,), (0,) + t, (1, 2) == t, hash(t) == hash((1, 2)), {(1, 2): 5}[t], '%d-%d' % t, t[::-1])
print(d == {'a': 1}, dict(d), d | {'b': 2}, list(d.items()), dict(**d), D(d) == d)
print(I(5) + 1, [1, 2, 3][I(1)], [0] * I(2), list(range(I(3))), {5: 1}[I(5)], sum([I(1), I(2)]), 2 < I(3))
print(hex(I(255)), chr(I(65)), divmod(I(7), 2), -I(3), bool(I(0)), I(7) // 2, '%d' % I(3))
print(s + '!', 'oh ' + s, s == 'hello', {'hello': 1}[s], {s: 2}['hello'], s.upper(), s[1:3], 'ell' in s, len(s))
print(','.join([s, 'x']), ord(Str('a')), sorted([s, 'abc']), int(Str('5')), s in ['hello'], '{}'.format(s))
