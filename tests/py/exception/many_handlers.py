# oracle: cpython
# The first matching handler wins; names may be computed.
def kinds():
    print('asked')
    return KeyError


def f(x):
    try:
        raise x
    except (TypeError, ValueError):
        return 'first'
    except kinds():
        return 'computed'
    except Exception:
        return 'any'
    except:
        return 'bare'


print(f(ValueError()), f(KeyError()), f(OSError(1)), f(KeyboardInterrupt()))
