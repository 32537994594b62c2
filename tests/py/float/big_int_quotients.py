# oracle: cpython-only
# Division of ints is rounded once, also when the operands are beyond the range of floats.
def show(*pairs):
    print(*[a / b for a, b in pairs])


show((10**400, 10**399), (2**2000, 2**1999), (-(10**500), 10**490))
show((2**53 + 1, 3), (2**64 - 1, 2**32 + 1), (7, 2**60))
show((0, -(2**70)), (1, 2**1074), (1, 2**1076), (3, 2**1075))
print(float(2**64 + 2**11), float(2**64 + 2**11 + 1), float(-(2**1023)))
print(int(1e30), int(-(2.0**63)), int(2.0**31), int(-1e18))
