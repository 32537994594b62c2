# oracle: cpython
# What __getitem__ gets for every kind of subscript.
class Show:
    def __getitem__(self, key):
        return key


s = Show()
print(s[1], s['a'], s[1, 2], s[...])
print(s[1:2], s[:], s[::2], s[1:2, 3], s[:, ::-1])
print(s[1:2].start, s[1:2].stop, s[1:2].step)
