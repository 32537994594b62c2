# oracle: cpython
# A chain of super() calls through several classes.
class A:
    def __init__(self, log):
        log.append('A')
        self.log = log

    def name(self):
        return 'a'


class B(A):
    def __init__(self, log):
        super().__init__(log)
        log.append('B')


class C(B):
    def name(self):
        return super().name() + 'c'


class D(C):
    def __init__(self, log, extra):
        super().__init__(log)
        log.append(extra)

    def name(self):
        inner = lambda: super(D, self).name()
        return inner() + 'd'

    @staticmethod
    def static():
        return 'static'


d = D([], 'D')
print(d.log, d.name(), super(C, d).name(), super(B, d).name())
try:
    super(D, d).nothing
except AttributeError:
    print('AttributeError')
for bad in (lambda: super(D, 5), lambda: super(5, d)):
    try:
        bad()
    except TypeError:
        print('TypeError')
