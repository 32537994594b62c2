# oracle: reference
# True is no capacity: a bool is refused where an int gives the size.
import io

for make in io.StringIO, io.BytesIO:
    for argument in True, False:
        try:
            make(argument)
        except TypeError as e:
            print(e)
print(io.BytesIO(5).getvalue(), io.StringIO("ab").getvalue())
