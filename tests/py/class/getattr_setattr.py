# oracle: cpython
# __getattr__ for what is missing.
class Dynamic:
    real = 'class attribute'

    def __init__(self):
        self.own = 'own'

    def __getattr__(self, name):
        if name.startswith('x_'):
            return 'made ' + name[2:]
        raise AttributeError(name)


d = Dynamic()
print(d.own, d.real, d.x_thing, getattr(d, 'x_other'), hasattr(d, 'nope'), hasattr(d, 'x_1'))
try:
    d.nope
except AttributeError as e:
    print('AttributeError', e.args)


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)


p = Proxy([3, 1, 2])
p.append(0)
p.sort()
print(p.target, p.count(1))
