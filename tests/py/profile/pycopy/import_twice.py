# oracle: hand (what pycopy 3.6.1 prints)
# A module that failed stays as far as it came; a list of names, even an empty one, asks for the inner module.
import sys

for i in range(2):
    try:
        import broken

        print(sorted(name for name in dir(broken) if name[0] != "_"))
    except ValueError as e:
        print(e, "broken" in sys.modules)
for names in (None, (), ("x",), False):
    print(__import__("folder.inner", None, None, names).__name__)
import folder.relative
