# oracle: cpython
# A class body is code: loops, conditions, nested functions and deletions run in it.
class Config:
    names = []
    for i in range(3):
        names.append('item%d' % i)
    if len(names) == 3:
        full = True
    else:
        full = False
    del i
    total = sum(len(n) for n in names)

    def helper(x):
        return x * 2

    doubled = helper(21)
    table = {'a': helper, 'b': doubled}
    try:
        1 // 0
    except ZeroDivisionError:
        failed = True


print(Config.names, Config.full, Config.total, Config.doubled, Config.failed, hasattr(Config, 'i'))
print(Config.table['a'](4), Config.helper(5))


def make(n):
    class Local:
        value = n

        def get(self):
            return n, self.value

    return Local


A, B = make(1), make(2)
B.value = 'changed'
print(A().get(), B().get(), A is not B)


class Outer:
    class Inner:
        x = 5

    y = Inner.x + 1


print(Outer.y, Outer.Inner().x)
