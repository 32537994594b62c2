# oracle: cpython
# Several * and ** in a call.
def show(*args, **kw):
    print(args, sorted(kw.items()))


a = [1, 2]
b = (x for x in 'xy')
show(*a, 3, *b, *{})
show(**{'p': 1}, q=2, **{'r': 3})
show(*[], **{})
print(max(*a, *a, 7), min(*'hello', 'b'))
print(*a, *'cd', sep='-')
