/** The program a first visitor finds in the editor. */
export const welcome = `# Welcome to Pykopi, a small Python in your browser.
# Press Run, then answer in the terminal.

def brew(name, cups=3):
    for cup in range(1, cups + 1):
        yield "cup %d of %s" % (cup, name)


who = input("What is your name? ")
print("Hello,", who)

for line in brew("kopi"):
    print(" -", line)
`;
