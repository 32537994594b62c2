# oracle: cpython
# dir, globals, locals and what they list.
class C:
    def method(self):
        pass
    value = 1


c = C()
c.own = 2
print('method' in dir(c), 'own' in dir(c), 'value' in dir(C), 'own' in dir(C))
print('append' in dir([]), 'upper' in dir(''), '__name__' in globals())
globals()['made'] = 5
print(made, 'c' in dir())
import math
print('pi' in dir(math), math.__name__, __name__)
