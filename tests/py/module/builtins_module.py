# oracle: cpython
# builtins as a module.
import builtins
print(builtins.len([1, 2]), builtins.print is print, 'ValueError' in dir(builtins))
builtins.shared = 'seen everywhere'
print(shared)
