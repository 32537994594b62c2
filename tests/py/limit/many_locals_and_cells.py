# oracle: cpython
# Many locals, many cells.
body = ''.join('    v%d = %d\n' % (i, i) for i in range(80))
inner = '    def g():\n        return ' + ' + '.join('v%d' % i for i in range(80)) + '\n    return g\n'
exec('def f():\n' + body + inner)
print(f()())
