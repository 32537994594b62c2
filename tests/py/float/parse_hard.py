# oracle: cpython-only
# Texts near the middle between two floats, at both ends of the range, and very long ones.
for text in (
    '9007199254740993',
    '9007199254740992.99999999999999999',
    '9007199254740993.00000000000000001',
    '1.7976931348623158e308',
    '1.7976931348623159e308',
    '2.4703282292062327e-324',
    '2.4703282292062328e-324',
    '2.2250738585072011e-308',
    '7.2057594037927933e16',
    '8.5e-320',
    '123456789012345678901234567890e-10',
):
    print(text, float(text))
half = '0.5' + '0' * 1000 + '1'
print(float(half), float('1' * 400), float('0.' + '0' * 400 + '1'))
print(float('1e99999999999'), float('1e-99999999999'), float('0e99999999999'))
tie = '9007199254740993.' + '0' * 900
print(float(tie), float(tie + '1'))
