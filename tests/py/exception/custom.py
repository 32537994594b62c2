# oracle: cpython
# Exceptions of our own, with and without __init__ and __str__.
class AppError(Exception):
    pass


class Coded(AppError):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return 'code %d' % self.code


try:
    raise Coded(7, 'seven')
except AppError as e:
    print(e, e.code, e.args, type(e).__name__, isinstance(e, Coded))
try:
    raise AppError
except AppError as e:
    print(repr(str(e)), e.args)
try:
    raise AppError('a', 1)
except Exception as e:
    print(e, e.args)
