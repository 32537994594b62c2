# oracle: cpython
# __setattr__ and __delattr__ see every store and delete.
class Watched:
    def __init__(self):
        self.a = 1

    def __setattr__(self, name, value):
        print('set', name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print('delete', name)
        object.__delattr__(self, name)


w = Watched()
w.b = 2
w.a += 10
del w.b
print(w.a, hasattr(w, 'b'))
