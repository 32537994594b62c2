# oracle: reference
# Every way to divide by zero.
def attempt(f):
    try:
        print(f())
    except ZeroDivisionError as e:
        print(e)


big = 10 ** 30
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 1.0 // 0,
          lambda: 1.0 % 0, lambda: 1.5 / 0, lambda: big // 0, lambda: big % 0, lambda: 0 ** -1,
          lambda: pow(2, 3, 0) if 0 else 1 // False, lambda: 0.0 ** -1):
    attempt(f)
