# oracle: cpython-only
# getattr, hasattr, setattr, delattr with computed names.
class A:
    x = 1

    @property
    def broken(self):
        raise AttributeError('inside')

    @property
    def worse(self):
        raise ValueError('inside')


a = A()
name = 'at' + 'tr'
setattr(a, name, 5)
print(a.attr, getattr(a, 'a' + 'ttr'), getattr(a, 'none', 'default'), getattr(A, 'x'))
print(hasattr(a, 'attr'), hasattr(a, 'none'), hasattr(a, 'broken'), getattr(a, 'broken', 'd'))
delattr(a, name)
print(hasattr(a, name), hasattr([], 'append'), hasattr([], 'push'), getattr([3, 1], 'count')(1))
try:
    hasattr(a, 'worse')
except ValueError as e:
    print('ValueError', e)
for bad in (lambda: getattr(a, 'none'), lambda: delattr(a, 'none'), lambda: setattr(5, 'x', 1)):
    try:
        bad()
    except AttributeError:
        print('AttributeError')
for bad in (lambda: getattr(a, 1), lambda: hasattr(a, None), lambda: setattr(a, 2, 3)):
    try:
        bad()
    except TypeError:
        print('TypeError')
