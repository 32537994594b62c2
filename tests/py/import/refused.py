# oracle: hand (the Unix port has these; what they need is missing here, and the message says what to do)
for name in ("ffi", "jni", "termios", "nothing_of_that_name"):
    try:
        __import__(name)
    except ImportError as e:
        print(e)
