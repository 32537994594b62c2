/** The program a first visitor finds in the editor; its lines fit a phone. */
export const welcome = `# Welcome to Pykopi,
# a small Python in your browser.
# Press Run, answer in the terminal.

def brew(name, cups=3):
    for cup in range(1, cups + 1):
        yield f"cup {cup} of {name}"


who = input("What is your name? ")
print("Hello,", who)

for line in brew("kopi"):
    print(" -", line)
`;
