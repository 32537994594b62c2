# oracle: reference
x = 1
y = x / 0 ### "ZeroDivisionError: divide by zero"
---
undefined_name ### "NameError: name 'undefined_name' isn't defined"
---
def f():
    return [][3] ### "IndexError: list index out of range"
print(f())
---
{}['key'] ### "KeyError: key"
---
'abc'.missing ### "AttributeError: 'str' object has no attribute 'missing'"
---
None() ### "TypeError: 'NoneType' object isn't callable"
---
for i in 5: ### "TypeError: 'int' object isn't iterable"
    pass
---
import nothing_here ### "ImportError: no module named 'nothing_here'"
---
from math import nothing ### "ImportError: can't import name nothing"
---
raise ValueError('own text') ### "ValueError: own text"
---
assert 1 > 2, 'math works' ### "AssertionError: math works"
---
x = (1 + ### "TypeError: unsupported types for __add__: 'int', 'str'"
     2 +
     'a')
---
def gen():
    yield 1
    raise RuntimeError('inside') ### "RuntimeError: inside"
for x in gen():
    pass
---
class C:
    def __init__(self):
        self.value = missing ### "NameError: name 'missing' isn't defined"
C()
---
int('12x') ### "ValueError: invalid syntax for integer with base 10: '12x'"
---
1 < 'a' ### "TypeError: unsupported types for __lt__: 'int', 'str'"
---
len(5) ### "TypeError: object of type 'int' has no len\(\)"
---
with 5: ### "AttributeError: 'int' object has no attribute '__e"
    pass
---
raise 'text' ### "TypeError: exceptions must derive from BaseException"
---
a, b = 1, 2, 3 ### "ValueError: too many values to unpack \(expected 2\)"
---
def f(n):
    return f(n + 1) ### "RuntimeError: maximum recursion depth exceeded"
f(0)
---
f = lambda: 1 / 0 ### "ZeroDivisionError: divide by zero"
f()
---
[x for x in range(3) if x / 0] ### "ZeroDivisionError: divide by zero"
---
open('no file') ### "OSError: \[Errno 2\] ENOENT"
---
[1, 2].foo ### "AttributeError: 'list' object has no attribute 'foo'"
---
'a' + 1 ### "TypeError: unsupported types for __add__: 'str', 'int'"
---
super().x ### "TypeError|RuntimeError|NameError|SyntaxError"
---
StopIteration() + 1 ### "TypeError: unsupported types for __add__: 'StopIteration', 'int'"
