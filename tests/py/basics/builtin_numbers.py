# oracle: cpython
# abs, divmod, pow, round, sum, min, max.
print(abs(-5), abs(5), abs(-2.5), abs(3 + 4j), abs(False))
print(divmod(17, 5), divmod(-17, 5), divmod(7.5, 2))
print(pow(2, 10), pow(3, 4, 5), pow(2.0, 3), pow(2, -2))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(7))
print(sum([1, 2, 3]), sum([], 5), sum([0.5, 1]), sum((1, 2), 10))
print(min(3, 1, 2), max([4, 9, 2]), min('hello'), max('a', 'B'))
print(max([1, -5, 3], key=abs), min([], default='empty'), max((), default=0), min(5, 2, key=lambda x: -x))
