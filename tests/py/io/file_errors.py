# oracle: cpython
# Files that are not there, closed or opened for the other way.
try:
    open('missing.txt')
except OSError:
    print('OSError')
f = open('x.txt', 'w')
f.write('x')
try:
    f.read()
except OSError:
    print('not readable')
f.close()
f.close()
try:
    f.write('y')
except (OSError, ValueError):
    print('closed')
try:
    open('no/such/folder.txt', 'w')
except OSError:
    print('no folder')
