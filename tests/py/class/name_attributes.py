# oracle: cpython
# __name__, __class__, __dict__ and private looking names.
class C:
    __hidden = 1
    _protected = 2

    def __init__(self):
        self.x = 1

    def get(self):
        return self.__hidden


c = C()
print(C.__name__, c.__class__ is C, c.get(), c._protected, c.get.__name__ if hasattr(c.get, '__name__') else 'get')
print(c.__dict__['x'], 'get' in C.__dict__, C.__class__ if 0 else type(C).__name__)
