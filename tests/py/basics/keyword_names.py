# oracle: cpython
# Soft names that look like keywords stay usable.
match = 1
case = 2
type_ = 3
print(match + case + type_)
_ = 'underscore'
print(_)
__private__ = 5
print(__private__)
ünïcode = 'name'
print(ünïcode)
