from shop import name


def of(thing):
    return '%s costs 1 in %s' % (thing, name)
