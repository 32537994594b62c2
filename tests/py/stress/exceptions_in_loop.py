# oracle: cpython
# Thousands of raised exceptions leave nothing behind.
n = 0
for i in range(3000):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        if i % 3 == 1:
            {}[i]
        [][i]
    except ValueError as e:
        n += e.args[0] % 2
    except (KeyError, IndexError):
        n += 1
    finally:
        n += 1
print(n)
