# oracle: cpython
# from m import * takes the names that do not start with _.
from numbers_ import *
print(one, two)
try:
    _hidden
except NameError:
    print('hidden stays hidden')
from limited import *
print(listed)
try:
    not_listed
except NameError:
    print('not listed')
