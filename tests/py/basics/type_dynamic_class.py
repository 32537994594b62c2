# oracle: cpython
# type(name, bases, dict) makes a class.
def hello(self):
    return 'hello from ' + self.name


Base = type('Base', (), {'name': 'base', 'hello': hello})
Child = type('Child', (Base,), {'name': 'child'})
print(Base().hello(), Child().hello(), Child.__name__, isinstance(Child(), Base))
