# oracle: hand (what pycopy 3.6.1 prints; the standard build)
# dir() lists what types have from object, names of functions, and the namespace of objects.
class Plain:
    field = 1


def function():
    yield


print(sorted(dir(Plain)))
print(sorted(dir(Plain())))
print(sorted(dir(function)), sorted(dir(function())))
print([name for name in sorted(dir(list)) if name[0] == "_"])
