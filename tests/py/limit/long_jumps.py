# oracle: cpython
# A loop body longer than a short jump can cross.
lines = ['n = 0', 'for i in range(3):']
for k in range(400):
    lines.append('    n += i * %d' % k)
lines.append('    if i == 1: continue')
lines.append('    n += 1')
exec('\n'.join(lines))
print(n)
lines = ['def f(x):', '    try:', '        while x:', '            x -= 1']
for k in range(300):
    lines.append('            y = x + %d' % k)
lines += ['    finally:', '        pass', '    return y']
exec('\n'.join(lines))
print(f(3))
