# oracle: reference
x = 'open ### "SyntaxError: invalid syntax"
---
x = $ ### "SyntaxError: invalid syntax"
---
x = 0x ### "SyntaxError: invalid syntax for integer with base 16"
---
x = 0b2 ### "SyntaxError: invalid syntax for integer with base 2"
---
x = 1a ### "SyntaxError"
---
  x = 1 ### "IndentationError: unexpected indent"
---
if True:
x = 1 ### "IndentationError: unexpected indent|SyntaxError: invalid syntax|IndentationError"
---
x = f'{' ### "SyntaxError"
---
x = f'{}' ### "SyntaxError"
---
x = ? ### "SyntaxError: invalid syntax"
---
x = 1 ! 2 ### "SyntaxError: invalid syntax"
