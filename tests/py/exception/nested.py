# oracle: cpython
# Handlers inside handlers, finally inside finally.
def f(n):
    try:
        try:
            if n == 0:
                raise ValueError('a')
            if n == 1:
                raise TypeError('b')
            print('no error')
        except ValueError:
            print('inner handler')
            try:
                raise KeyError('c')
            except KeyError:
                print('handler in handler')
        finally:
            print('inner finally')
    except TypeError as e:
        print('outer handler', e)
    finally:
        print('outer finally')


for i in range(3):
    f(i)
