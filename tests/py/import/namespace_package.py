# oracle: cpython
# A folder without __init__.py is a package too.
import plain.leaf
from plain import leaf
print(plain.leaf.value, leaf.value)
