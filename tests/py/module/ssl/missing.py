# oracle: hand
# A machine without encryption says so; programs that ask for it can do without.
for name in ("tls", "ssl"):
    try:
        __import__(name)
        print("there")
    except ImportError as e:
        print(e)
