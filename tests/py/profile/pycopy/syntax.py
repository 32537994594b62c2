# oracle: hand (what pycopy 3.6.1 prints)
# Attributes of numbers; walrus in comprehensions.
print(1.5j.imag, 2.0.__class__, 1e3.__class__)
print([i := i + 1 for i in range(4)], i)
print([[(k := j) for k in range(2)] for j in range(2)])

