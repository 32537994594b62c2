# oracle: reference
# dict | takes all that update() takes.


def attempt(text):
    try:
        print(text, eval(text))
    except (TypeError, ValueError) as e:
        print(text, type(e).__name__, e)


for text in ("{} | []", "{} | [(1, 2)]", "{} | [1]", "{} | None", "{} | 5", "[] | {}", "{} | 'ab'"):
    attempt(text)
