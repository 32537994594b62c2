package org.pykopi.bytecode;

/**
 * The fixed-size facts at the start of a code object.
 *
 * @param stateSize slots a frame needs: locals and value stack together; at least 1
 * @param exceptionStackSize the deepest nesting of try, with and finally blocks
 * @param scopeFlags a sum of the {@code FLAG_} constants of {@link CodeObject}
 * @param positionalArgs how many arguments may be given by position, closed-over variables included
 * @param keywordOnlyArgs how many arguments may only be given by keyword
 * @param defaultPositionalArgs how many of the positional arguments have a default value
 */
public record Signature(
    int stateSize,
    int exceptionStackSize,
    int scopeFlags,
    int positionalArgs,
    int keywordOnlyArgs,
    int defaultPositionalArgs) {}
