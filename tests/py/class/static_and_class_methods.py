# oracle: cpython
# staticmethod and classmethod, on classes and instances.
class Pizza:
    count = 0

    def __init__(self, *parts):
        self.parts = parts
        Pizza.count += 1

    @classmethod
    def margherita(cls):
        return cls('tomato', 'cheese')

    @staticmethod
    def area(r):
        return 3 * r * r

    @classmethod
    def how_many(cls):
        return cls.count


class Small(Pizza):
    pass


p = Small.margherita()
print(type(p).__name__, p.parts, Pizza.area(2), p.area(3), Pizza.how_many(), p.how_many())
