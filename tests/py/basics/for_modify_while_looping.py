# oracle: cpython
# A loop over a growing list sees the new items.
items = [1]
for x in items:
    if x < 20:
        items.append(x * 2)
print(items)
items = [1, 2, 3, 4]
for x in items:
    items.remove(x)
print(items)
