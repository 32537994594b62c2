# oracle: cpython
# Tuples: joining, repeating, comparing, searching.
t = (1, 2) + (3,)
print(t, t * 2, 0 * t, t + (), (1,) * 3, () == ())
print((1, 2) < (1, 2, 0), (2,) > (1, 9), (1, 'a') == (1.0, 'a'), (1, 2) != [1, 2], (1, [2]) == (1, [2]))
print(t.index(3), t.count(1), t.index(2, 1), t[1:], t[-1], t[:-1], 2 in t, '2' in t)
print(tuple('abc'), tuple([1, (2,)]), tuple(x for x in range(3)), tuple(), tuple({1: 2}))
print((1,), ((),), ((1, 2), [3], {4: 5}), hash((1, 'a')) == hash((1.0, 'a')))
same = tuple([7, 8])
print(tuple(same) is same)
a, *b = t
print(a, b, sorted([(2, 'b'), (1, 'z'), (2, 'a')]))
t += (4,)
print(t)
for bad in ('t.index(9)', 't.index(1, 1)'):
    try:
        eval(bad)
    except ValueError:
        print('ValueError')
for bad in ('t + [1]', 't < [1]', 't["a"]', 't * "a"', 'hash(([],))', 't * 1.0'):
    try:
        eval(bad)
    except TypeError:
        print('TypeError')
