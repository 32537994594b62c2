# oracle: cpython-only
# Instances of classes that derive from str, int, float and bytes as operands and arguments.
class S(str):
    pass


class I(int):
    pass


class F(float):
    pass


class R(int):
    def __radd__(self, other):
        return 'radd %d' % other


s, i, f, r = S('ab'), I(3), F(1.5), R(4)
print(s + 'c', 'c' + s, s + s, s * 2, 2 * s, i * 'x', s < 'b', 'b' > s)
print(1 + i, i + 1, i + i, 2**i, i**2, 1 << i, 7 // i, 7 % i, -i, 10 - i, i == 3, 3 == i)
print(1 + f, 1.0 + f, f + f, f == 1.5, 1.5 == f, 2 / f, f / 2)
print(1 + r, r + 1, 1 - r, r * 2)
print('xabx'.find(s), s in 'xabx', 'xaby'.replace(s, '-'), s.join(['1', '2']), ','.join([s, s]))
print('%d %s %5.1f' % (i, s, f), '{:d}|{:>4}|{:.2f}'.format(i, s, f))
print(float(i), int(f), [10, 20, 30, 40][i], 'abcdef'[i], {3: 'three'}[i], hash(i) == hash(3))
