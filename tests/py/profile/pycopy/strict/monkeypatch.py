# oracle: hand (what pycopy 3.6.1 prints) -X strict
# Assigning a constant slot at import time makes it a variable.
import tools

tools.first = tools.first


def other():
    return "other"


def __main__():
    tools.first = other
    print(tools.first())
    try:
        tools.second = other
    except RuntimeError as e:
        print(e)
    tools.setting = 2
    print(tools.setting)
    try:
        del tools.setting
    except RuntimeError as e:
        print(e)
    print(__import__(__name__).tools is tools)
