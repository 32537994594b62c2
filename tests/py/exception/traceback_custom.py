# oracle: reference
# The report names a class of our own and its text.
class Trouble(Exception):
    def __str__(self):
        return 'with everything'


def f():
    raise Trouble(1, 2)


f()
