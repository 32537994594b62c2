# oracle: reference
x = 5 5 ### "SyntaxError: invalid syntax"
---
print('fine')
def f(: ### "SyntaxError: invalid syntax"
    pass
---
if True ### "SyntaxError: invalid syntax"
    pass
---
class 5: ### "SyntaxError: invalid syntax"
    pass
---
x = (1, 2
y = 3 ### "SyntaxError: invalid syntax"
---
1 = x ### "SyntaxError: can't assign to expression"
---
f() = 1 ### "SyntaxError: can't assign to expression"
---
a + b = 1 ### "SyntaxError: can't assign to expression"
---
a, 2 = 1, 2 ### "SyntaxError: can't assign to expression"
---
None = 1 ### "SyntaxError: can't assign to expression"
---
*a, *b = [1] ### "SyntaxError: multiple \*x in assignment"
---
*a ### "SyntaxError: \*x must be assignment target"
---
del f() ### "SyntaxError: can't delete expression"
---
del 1 ### "SyntaxError: can't delete expression"
---
x += 1 += 2 ### "SyntaxError: invalid syntax"
---
break ### "SyntaxError: 'break'/'continue' outside loop"
---
continue ### "SyntaxError: 'break'/'continue' outside loop"
---
return 1 ### "SyntaxError: 'return' outside function"
---
yield 1 ### "SyntaxError: 'yield' outside function"
---
def f():
    nonlocal x ### "SyntaxError: no binding for nonlocal found"
---
nonlocal x ### "SyntaxError: can't declare nonlocal in outer code"
---
def f(a=1, b): ### "SyntaxError: non-default argument follows default argument"
    pass
---
def f(a, a): ### "SyntaxError: argument name reused"
    pass
---
def f(*a, *b): ### "SyntaxError: invalid syntax"
    pass
---
f(a=1, 2) ### "SyntaxError: positional arg after keyword arg"
---
f(**k, 2) ### "SyntaxError: positional arg after \*\*"
---
f(1 + 2 = 3) ### "SyntaxError"
---
import ### "SyntaxError: invalid syntax"
---
from x import ### "SyntaxError: invalid syntax"
---
try:
    pass
x = 1 ### "SyntaxError: invalid syntax"
---
lambda x y: 1 ### "SyntaxError: invalid syntax"
---
{1: 2, 3} ### "SyntaxError: expecting key:value for dict"
---
{1, 2: 3} ### "SyntaxError: expecting just a value for set"
---
x = ] ### "SyntaxError: invalid syntax"
---
@5 ### "SyntaxError: invalid syntax"
def f():
    pass
---
def f():
    global x
    nonlocal x ### "SyntaxError: identifier redefined as nonlocal"
---
def f():
    x = 1
    global x ### "SyntaxError: identifier redefined as global"
---
async x = 1 ### "SyntaxError: invalid syntax"
---
import a.b as c.d ### "SyntaxError: invalid syntax"
---
with x as 5: ### "SyntaxError: can't assign to expression"
    pass
---
for 5 in x: ### "SyntaxError: can't assign to expression"
    pass
