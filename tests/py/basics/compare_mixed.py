# oracle: cpython
# Equality between different types is False; order is a TypeError.
print(1 == 1.0, 1 == '1', None == 0, () == [], [] == False)
print(1 != '1', (1, 2) == (1, 2.0))
for f in (lambda: 1 < 'a', lambda: [] < (), lambda: None < None, lambda: {} < {}):
    try:
        print(f())
    except TypeError:
        print('TypeError')
