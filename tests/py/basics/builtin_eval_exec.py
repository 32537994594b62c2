# oracle: cpython
# eval, exec and compile, with own name spaces.
print(eval('1 + 2 * 3'), eval('[x for x in range(3)]'))
ns = {'a': 5}
exec('b = a * 2\ndef f(x):\n    return x + a\n', ns)
print(ns['b'], ns['f'](1))
print(eval('a + b', ns), eval('a + c', {'a': 1}, {'c': 2}))
code = compile('y = 10\nz = y + 1', 'name', 'exec')
where = {}
exec(code, where)
print(where['z'], eval(compile('6 * 7', '', 'eval')))
exec('top = "made by exec"')
print(top)
try:
    eval('1 +')
except SyntaxError:
    print('SyntaxError')
