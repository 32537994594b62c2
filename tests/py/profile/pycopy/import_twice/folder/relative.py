inner = __import__("inner", None, None, (), 1)
print(inner.__name__)
