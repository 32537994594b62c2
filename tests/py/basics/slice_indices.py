# oracle: cpython-only
# A slice object knows what it selects.
class Show:
    def __getitem__(self, index):
        return index


s = Show()[1:10:2]
print(s, s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(4))
print(Show()[:], Show()[1:], Show()[::3], Show()['a':], Show()[1, 2:3], Show()[...])
print(slice(3), slice(1, 2), slice(1, 2, 3) == Show()[1:2:3], slice(5).indices(2))
print([10, 20, 30][slice(1, None)], 'hello'[slice(None, None, 2)], (1, 2, 3)[slice(-2, None)])
print(slice(-100, 100).indices(3), slice(100, -100, -1).indices(3), slice(2, 1).indices(9))
a = [1, 2, 3, 4]
a[slice(0, 2)] = 'x'
del a[slice(2, None)]
print(a)
for bad in (lambda: slice(), lambda: [1]['a':], lambda: slice(1, 2, 3, 4)):
    try:
        bad()
    except TypeError:
        print('TypeError')
