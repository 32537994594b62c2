# oracle: reference
# Deleting from an empty list is taken for a pop.
for text in ("del a[-1]", "del a[5]", "del b[3]", "del b[-2]", "a.pop(0)", "b.pop(7)", "a[0] = 1"):
    a = []
    b = [1]
    try:
        exec(text, {"a": a, "b": b})
    except IndexError as e:
        print(text, e)
