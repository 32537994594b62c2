# oracle: cpython
# A tokenizer and a recursive parser that evaluates arithmetic.
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            yield float(text[i:j]) if '.' in text[i:j] else int(text[i:j])
            i = j
            continue
        if not c.isspace():
            yield c
        i += 1
    yield None


class Parser:
    def __init__(self, text):
        self.stream = tokens(text)
        self.now = next(self.stream)

    def take(self):
        token, self.now = self.now, next(self.stream, None)
        return token

    def sum(self):
        value = self.product()
        while self.now in ('+', '-'):
            value = value + self.product() if self.take() == '+' else value - self.product()
        return value

    def product(self):
        value = self.atom()
        while self.now in ('*', '/'):
            value = value * self.atom() if self.take() == '*' else value / self.atom()
        return value

    def atom(self):
        token = self.take()
        if token == '(':
            value = self.sum()
            if self.take() != ')':
                raise SyntaxError('missing )')
            return value
        if token == '-':
            return -self.atom()
        if isinstance(token, (int, float)):
            return token
        raise SyntaxError('unexpected %r' % token)


for text in ('1 + 2 * 3', '(1+2)*3', '-2 * -(3 + 4)', '10 / 4', '2*(3', '7 +', '1.5 * 2', '1 / 0', '((((5))))'):
    try:
        print(text, '=', Parser(text).sum())
    except (SyntaxError, ZeroDivisionError) as e:
        print(text, type(e).__name__)
