# oracle: cpython
# dir() of a module whose __getattr__ raises AttributeError for what it does not have.
import asyncio

names = dir(asyncio)
print('sleep_nothing' in names, '__name__' in names, hasattr(asyncio, 'sleep_nothing'), hasattr(asyncio, 'sleep'))
