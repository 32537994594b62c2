/**
 * Runs code objects. {@link org.pykopi.vm.Translator} turns the bytecode of a block into word code
 * on first call, {@link org.pykopi.vm.Interpreter} runs it; rare instructions are in {@link
 * org.pykopi.vm.ColdOps}. Read Frame, then Word, then Interpreter. Imports {@code bytecode}, {@code
 * object} and {@code util} (and {@code host} through the context).
 */
package org.pykopi.vm;
