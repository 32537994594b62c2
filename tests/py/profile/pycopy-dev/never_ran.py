# oracle: hand (the text that pycopy-dev 3.6.1 prints to standard error)
# A generator or coroutine that is lost before its first step gets a warning.
import gc
import sys
import uio


def plain():
    yield 1


async def forgotten():
    pass


def lose():
    forgotten()
    begun = plain()
    next(begun)


def deep(level):
    if level:
        deep(level - 1)
    else:
        lose()


kept = plain()
errors = uio.StringIO()
first = sys.stderr
sys.stderr = errors
deep(20)
gc.collect()
sys.stderr = first
text = errors.getvalue()
print(text.count("never ran"), "RuntimeWarning: <generator object 'forgotten' at " in text)
