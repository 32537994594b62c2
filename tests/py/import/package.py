# oracle: cpython
# Packages, sub-packages and what their names hold.
import shop
import shop.tools.hammer
from shop.tools import hammer, saw
from shop import price
print(shop.name, shop.tools.hammer.use(), hammer.use(), saw.use(), price.of('nail'))
print(shop.__name__, hammer.__name__, shop.tools.kind)
