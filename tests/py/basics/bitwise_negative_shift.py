# oracle: reference
# A negative shift count is an error.
for f in (lambda: 1 << -1, lambda: 1 >> -1):
    try:
        f()
    except ValueError as e:
        print('ValueError', e)
