/**
 * Seeded random tests: broken sources, broken {@code .mpy} files, odd calls of everything built in,
 * and generated programs. Nothing may come out but what a Python program or its author can see.
 * Read {@link org.pykopi.tests.fuzz.FuzzLoop} first; {@code tests/fuzz/README.md} has the commands.
 * Uses the machine through its public classes only; nothing imports it.
 */
package org.pykopi.tests.fuzz;
