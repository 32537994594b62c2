# oracle: cpython
# object's own methods, reached through super() or object itself.
class Guard:
    def __init__(self):
        super().__init__()
        self.log = 0

    def __setattr__(self, name, value):
        if name.startswith('_'):
            raise AttributeError('private')
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)

    def __new__(cls):
        return super().__new__(cls)


g = Guard()
g.x = 1
print(g.x, g.log)
try:
    g._y = 2
except AttributeError as e:
    print(e)
del g.x
print(hasattr(g, 'x'))
marker = object()
print(marker == marker, marker == object(), marker is not object(), isinstance(marker, object))
print(isinstance(5, object), issubclass(list, object), type(marker) is object)
for bad in (lambda: object(1), lambda: object.__new__(5)):
    try:
        bad()
    except TypeError:
        print('TypeError')
