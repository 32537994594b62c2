# oracle: cpython
# __name__ tells a program from a module.
import part
print(__name__, part.seen)
if __name__ == '__main__':
    print('run as program')
