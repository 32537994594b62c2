# oracle: cpython
# Loops, try blocks and functions nested into each other.
lines = []
for i in range(7):
    lines.append('    ' * i + 'for i%d in range(2):' % i)
lines.append('    ' * 7 + 'count += 1')
count = 0
exec('\n'.join(lines))
print(count)
lines = []
for i in range(6):
    lines.append('    ' * i + 'try:')
lines.append('    ' * 6 + 'raise ValueError(0)')
for i in range(5, -1, -1):
    lines.append('    ' * i + 'except ValueError as e:')
    lines.append('    ' * i + '    log.append(%d)' % i)
    lines.append('    ' * i + '    raise' if i else '    pass')
log = []
exec('\n'.join(lines))
print(log)
src = 'x'
for i in range(12):
    src = 'lambda: ' + src
x = 'deep'
f = eval(src)
for i in range(12):
    f = f()
print(f)
