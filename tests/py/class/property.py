# oracle: cpython
# property: get, set, delete, read only.
class Temperature:
    def __init__(self):
        self._c = 20

    @property
    def celsius(self):
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._c = value

    @celsius.deleter
    def celsius(self):
        print('reset')
        self._c = 0

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    kelvin = property(lambda self: self._c + 273)


t = Temperature()
print(t.celsius, t.fahrenheit, t.kelvin)
t.celsius = 100
print(t.celsius, t.fahrenheit)
del t.celsius
print(t.celsius)
for bad in (lambda: setattr(t, 'fahrenheit', 1), lambda: setattr(t, 'celsius', -300), lambda: delattr(t, 'kelvin')):
    try:
        bad()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__)
