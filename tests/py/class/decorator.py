# oracle: cpython
# Class decorators.
registry = {}


def register(cls):
    registry[cls.__name__] = cls
    cls.registered = True
    return cls


def with_tag(tag):
    def wrap(cls):
        cls.tag = tag
        return cls
    return wrap


@register
@with_tag('t')
class Thing:
    pass


print(list(registry), Thing.registered, Thing().tag)
