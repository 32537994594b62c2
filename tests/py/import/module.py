# oracle: cpython
# import of a module next to the program, once.
import helper
import helper as h
from helper import value, double as twice
print(helper.value, h is helper, value, twice(4), helper.__name__)
helper.value = 99
from helper import value as again
print(value, again)
