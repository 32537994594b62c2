# oracle: cpython
# Imports run where they stand.
def f():
    import lazy
    return lazy.value


print('before')
print(f())
print(f())
try:
    lazy
except NameError:
    print('not global')
if True:
    from lazy import value
print(value)
