# oracle: cpython
# Letters of any script in names.
größe = 3
π = 3.14


class Café:
    naïf = 'yes'


def 加(甲, 乙):
    return 甲 + 乙


print(größe, π, Café.naïf, 加(1, 2), Café.__name__)
