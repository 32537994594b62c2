# oracle: cpython
# pass and ... do nothing wherever a statement is wanted.
def f(): pass
class C: pass
for _ in range(2): pass
if True: pass
else: pass
def g(): ...
try: pass
except ValueError: pass
finally: pass
print(f(), g(), C.__name__, ...)
