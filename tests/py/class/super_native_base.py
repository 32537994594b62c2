# oracle: cpython
# super() reaches the methods of a built-in base.
class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.pushed = 0

    def append(self, item):
        super().append(item)
        self.pushed += 1

    def pop(self):
        return super().pop() if self else None


s = Stack(1, 2)
s.append(3)
print(s, s.pushed, s.pop(), s.pop(), s.pop(), s.pop(), len(s))


class Defaults(dict):
    def __init__(self, default, **kwargs):
        super().__init__(**kwargs)
        self.default = default

    def get(self, key):
        return super().get(key, self.default)


d = Defaults(0, a=1)
print(d.get('a'), d.get('b'), d, isinstance(d, dict))


class AppError(ValueError):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


try:
    raise AppError(7, 'seven')
except ValueError as e:
    print(e.code, e.args, e)
