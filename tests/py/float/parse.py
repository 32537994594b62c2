# oracle: cpython
# float() of text.
for text in ('1', '1.5', '-2.5e3', '+.5', '5.', ' 7 ', '1e5', '1E-5', '0.1', '123456789012345678', '1e400', '-1e400',
             '1e-400', '3.14159265358979323846', '9007199254740993', '0.000001', '00012.5'):
    print(repr(text), float(text))
for text in ('', ' ', '1.5x', '1e', '--1', '1 2', '0x10'):
    try:
        print(text, float(text))
    except ValueError:
        print(repr(text), 'ValueError')
