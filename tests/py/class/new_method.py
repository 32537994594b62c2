# oracle: cpython
# __new__ makes the object, __init__ fills it.
class Single:
    one = None

    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
            cls.one.made = 0
        return cls.one

    def __init__(self):
        self.made += 1


a, b = Single(), Single()
print(a is b, a.made)


class Other:
    def __new__(cls, x):
        return 'not an instance ' + x

    def __init__(self, x):
        print('never called')


print(Other('x'))
