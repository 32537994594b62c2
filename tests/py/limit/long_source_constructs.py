# oracle: cpython
# Long displays, expressions and branches.
print(len(eval('[' + ', '.join(str(i) for i in range(600)) + ']')))
print(eval(' + '.join(['1'] * 400)))
src = 'x = 7\nif x == 0:\n    y = 0\n' + ''.join('elif x == %d:\n    y = %d\n' % (i, i * i) for i in range(1, 60))
exec(src)
print(y)
body = ''.join('    a%d = %d\n' % (i, i) for i in range(150))
exec('def g():\n' + body + '    return a149 + a0')
print(g())
