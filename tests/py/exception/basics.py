# oracle: cpython
# try, except, else, finally in order.
def f(x):
    try:
        print('try')
        if x == 1:
            raise ValueError('one')
        if x == 2:
            [][0]
        if x == 3:
            {}['k']
    except ValueError as e:
        print('ValueError', e)
    except (IndexError, KeyError) as e:
        print('Index or Key', type(e).__name__)
    else:
        print('else')
    finally:
        print('finally')


for i in range(4):
    f(i)
