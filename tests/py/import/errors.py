# oracle: cpython
# What cannot be imported.
for f in (lambda: __import__('no_such_module'),):
    try:
        f()
    except ImportError:
        print('ImportError')
try:
    from good import missing
except ImportError:
    print('no name')
try:
    import good.part
except ImportError:
    print('not a package')
try:
    import broken
except ValueError as e:
    print('broken says', e)
try:
    import badsyntax
except SyntaxError:
    print('SyntaxError')
import good
print(good.value)
