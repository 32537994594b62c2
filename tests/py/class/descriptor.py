# oracle: cpython
# __get__, __set__ and __delete__ of a class attribute.
class Positive:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls):
        return obj.values.get(self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(self.name)
        obj.values[self.name] = value

    def __delete__(self, obj):
        del obj.values[self.name]


class Account:
    balance = Positive('balance')
    limit = Positive('limit')

    def __init__(self):
        self.values = {}


a = Account()
a.balance = 5
a.balance += 10
print(a.balance, a.limit)
try:
    a.limit = -1
except ValueError as e:
    print('refused', e)
del a.balance
print(a.balance)
