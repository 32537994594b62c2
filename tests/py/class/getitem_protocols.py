# oracle: cpython
# A sparse matrix: tuples as keys, defaults, negative numbers.
class Sparse:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        if value:
            self.cells[key] = value
        elif key in self.cells:
            del self.cells[key]

    def __len__(self):
        return len(self.cells)


m = Sparse()
m[0, 0] = 1
m[-1, 5] = 7
m[0, 0] += 2
m[3, 3] += 1
m[-1, 5] = 0
print(m[0, 0], m[9, 9], m[3, 3], len(m), sorted(m.cells))
