# oracle: cpython
# io.StringIO.
import io
s = io.StringIO()
print(s.write('hello '), s.write('world'))
print('more', file=s)
print(repr(s.getvalue()))
s.seek(0)
print(s.read(5), repr(s.readline()))
t = io.StringIO('a\nb\nc')
print(t.readline(), end='')
print([line for line in t], repr(t.read()))
with io.StringIO('ctx') as u:
    print(u.read())
