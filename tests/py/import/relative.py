# oracle: cpython
# Relative imports inside a package.
from app import main
print(main.run())
import app.parts.engine
print(app.parts.engine.up())
