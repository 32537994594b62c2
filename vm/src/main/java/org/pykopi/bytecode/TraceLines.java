package org.pykopi.bytecode;

/**
 * What {@code sys.settrace} wants to know of source lines and files do not hold.
 *
 * @param definition the line of the definition, 0 for a module
 * @param lines like the line table of the file, and with the lines of {@code except} and {@code
 *     class}
 */
public record TraceLines(int definition, LineTable lines) {}
