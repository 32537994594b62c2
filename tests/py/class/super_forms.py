# oracle: cpython
# super() in methods, class methods and with arguments.
class A:
    def f(self):
        return 'A.f'

    @classmethod
    def make(cls):
        return 'made ' + cls.__name__


class B(A):
    def f(self):
        return 'B.' + super().f() + super(B, self).f()

    @classmethod
    def make(cls):
        return 'B ' + super().make()


print(B().f(), B.make())
try:
    class C(A):
        def f(self):
            return super().missing()
    C().f()
except AttributeError:
    print('AttributeError')
