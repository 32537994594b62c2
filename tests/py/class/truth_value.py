# oracle: cpython
# __bool__ wins over __len__; without both everything is true.
class WithLen:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class WithBool(WithLen):
    def __bool__(self):
        return not self.n


class Neither:
    pass


print(bool(WithLen(0)), bool(WithLen(2)), bool(WithBool(0)), bool(WithBool(2)), bool(Neither()))
print(len(WithBool(3)), 'yes' if WithLen(0) else 'no', not Neither(), WithLen(1) and 'and')
