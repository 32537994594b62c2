# oracle: hand
# What viper and native functions refuse when they are compiled.


def attempt(source):
    try:
        exec("@micropython." + source)
        print("ok")
    except (SyntaxError, ViperTypeError, NotImplementedError) as e:
        print(type(e).__name__, e)


attempt("viper\ndef f(a: 1): pass")
attempt("viper\ndef f(a: text): pass")
attempt("viper\ndef f():\n  return x\n  x = 1")
attempt("viper\ndef f():\n  x = 1\n  x = []")
attempt("viper\ndef f() -> int: return 'a'")
attempt("viper\ndef f(x: int): return x")
attempt("viper\ndef f(x: ptr):\n  while x: pass")
attempt("viper\ndef f(x: int, y): x + y")
attempt("viper\ndef f(x: int, y: uint): x == y")
attempt("viper\ndef f(x: int): x / x")
attempt("viper\ndef f(x: uint): x % x")
attempt("viper\ndef f(x: bool): -x")
attempt("viper\ndef f(x: int): y = not x")
attempt("viper\ndef f(x: int): x[0]")
attempt("viper\ndef f(x: ptr8, y): x[y]")
attempt("viper\ndef f(x: ptr16): x[0] = 'a'")
attempt("viper\ndef f(x): x is None")
attempt("viper\ndef f(): raise 1")
attempt("viper\ndef f(): yield")
attempt("viper\ndef f(): print(ptr(1))")
attempt("viper\ndef f(): int(int)")
attempt("native\ndef f():\n  try: pass\n  except: raise")
attempt("native\ndef f(): raise E from None")
attempt("native\ndef f(): yield")
attempt("vipers\ndef f(): pass")


@micropython.native
def g(x):
    return x + 1


print(g(2**70), g.__name__)
