/**
 * The command line on the JVM: options, files, terminal, signals, and the tools that show what the
 * compiler makes. Read {@link org.pykopi.cli.Main} first. May import everything; nothing imports
 * it. The only place in the virtual machine's module that touches files, processes and threads of
 * Java.
 */
package org.pykopi.cli;
