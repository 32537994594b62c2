# oracle: hand (what pycopy 3.6.1 prints)
# The way to a new module makes its parts members again: a function of the same name gives way to the module.
import tool

print(tool.saw())
import tool.saw

print(tool.saw())
tool.saw = None
try:
    import tool.saw.missing
except ImportError as e:
    print(e)
print(tool.saw.__name__, tool.saw.saw())
