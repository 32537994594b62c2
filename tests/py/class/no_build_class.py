# oracle: hand
# Without __build_class__ a class statement is a NameError. In the reference
# builtins cannot be deleted; elsewhere they can, as in CPython.
import builtins

saved = builtins.__build_class__
del builtins.__build_class__
try:

    class A:
        pass

except NameError:
    print("NameError")
builtins.__build_class__ = saved


class B:
    pass


print(B.__name__)
