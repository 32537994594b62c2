# oracle: hand (what pycopy 3.6.1 prints)
# Native functions: loops and conditions.
import micropython


@micropython.native
def loops(n):
    found = []
    for i in range(n):
        if i == 1 or i and not i % 5:
            continue
        for j in [i, i + 1]:
            if j > 6:
                break
            found.append(j)
        else:
            found.append(None)
    while n > 0:
        n -= 2
        if n == 3:
            return found, n
    else:
        found.append("else")
    return found, n


print(loops(4), loops(7))
