# oracle: hand
# A structure that contains itself raises RuntimeError where CPython shows dots; the program goes on.
a = [1]
a.append(a)
d = {}
d['d'] = d
t = ([],)
t[0].append(t)
b = [1]
b.append(b)
for name, use in (
    ('repr list', lambda: repr(a)),
    ('str dict', lambda: str(d)),
    ('repr tuple', lambda: repr(t)),
    ('compare', lambda: a == b),
    ('format', lambda: '{}'.format(a)),
):
    try:
        print(name, use())
    except RuntimeError as e:
        print(name, 'RuntimeError', e)
print(a[1][1][1][0], d['d']['d'] is d, len(t[0]), a is a[1])
