# oracle: hand
# mem_info and qstr_info print what the reference's Unix port prints, with figures of their own.
import io
import micropython
import sys


def report(function, *args):
    console = sys.stdout
    sys.stdout = io.StringIO()
    function(*args)
    text = sys.stdout.getvalue()
    sys.stdout = console
    numbers = []
    form = ""
    for part in text.replace("=", " = ").replace(",", " ,").split():
        if part.isdigit():
            numbers.append(int(part))
            part = "N"
        form += part + " "
    return form, numbers


form, numbers = report(micropython.mem_info)
print(form)
total, used, free = numbers[5:8]
print(total == used + free, numbers[0] > 0, numbers[3] < numbers[4])
form, numbers = report(micropython.qstr_info)
print(form)
print(numbers[0] == 1, numbers[1] > 0, numbers[2] < numbers[3])
form, numbers = report(micropython.qstr_info, 1)
print("Q(numbers)" in form, "Q(total)" in form)
form, numbers = report(micropython.mem_info, 1)
print("GC memory layout; from" in form, "h" in form)
