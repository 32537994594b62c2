# oracle: reference
# A name has 255 bytes at most.


def attempt(label, action):
    for length in (255, 256):
        try:
            action("n" * length)
            print(label, length, "ok")
        except RuntimeError as e:
            print(label, length, e)
        except ImportError:
            print(label, length, "not found")


class A:
    pass


def keyword(name):
    def f(**kw):
        return kw

    f(**{name: 1})


attempt("source", lambda name: exec(name + " = 1", {}))
attempt("setattr", lambda name: setattr(A, name, 1))
attempt("hasattr", lambda name: hasattr(A(), name))
attempt("type", lambda name: type(name, (), {}))
attempt("keyword", keyword)
attempt("format", lambda name: ("{" + name + "}").format(**{name: 1}))
attempt("percent", lambda name: ("%(" + name + ")d") % {name: 1})
attempt("import", lambda name: __import__(name[100:] + "." + name[:99]))
attempt("import statement", lambda name: exec("import " + name[100:] + "." + name[:99]))
