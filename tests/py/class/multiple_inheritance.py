# oracle: cpython
# The first base that has the name wins.
class A:
    def who(self):
        return 'A'

    def a(self):
        return 'a'


class B:
    def who(self):
        return 'B'

    def b(self):
        return 'b'


class C(A, B):
    pass


class D(B, A):
    def who(self):
        return 'D+' + super().who()


print(C().who(), C().a(), C().b(), D().who())


class Mixin:
    def describe(self):
        return self.name() + '!'


class Named(Mixin):
    def name(self):
        return 'named'


print(Named().describe())
