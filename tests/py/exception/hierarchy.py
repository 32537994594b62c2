# oracle: cpython
# Which class catches which exception.
pairs = [(ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError), (IndexError, LookupError),
         (KeyError, LookupError), (NotImplementedError, RuntimeError), (UnicodeError, ValueError),
         (IndentationError, SyntaxError), (ImportError, Exception), (OSError, Exception), (EOFError, Exception),
         (MemoryError, Exception), (NameError, Exception), (StopIteration, Exception), (StopAsyncIteration, Exception),
         (SystemExit, BaseException), (KeyboardInterrupt, BaseException), (GeneratorExit, BaseException),
         (AssertionError, Exception), (AttributeError, Exception), (TypeError, Exception)]
for child, parent in pairs:
    try:
        raise child('x')
    except parent as e:
        print(child.__name__, issubclass(child, Exception), isinstance(e, parent))
