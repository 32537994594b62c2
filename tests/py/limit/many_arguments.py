# oracle: cpython
# Calls and functions with many arguments.
names = ['a%d' % i for i in range(100)]
src = 'def f(' + ', '.join(names) + '):\n    return ' + ' + '.join(names)
exec(src)
print(f(*range(100)))
print(eval('max(' + ', '.join(str(i) for i in range(200)) + ')'))
print((lambda *a: len(a))(*range(1000)))
print(len(dict(('k%d' % i, i) for i in range(500))), (lambda **k: len(k))(**{'k%d' % i: i for i in range(60)}))
