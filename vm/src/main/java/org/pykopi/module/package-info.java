/**
 * The built-in functions and library modules, one class for each Python module: a table of names at
 * the top, the functions below it in the same order. Read {@link org.pykopi.module.MathModule}
 * first, it is the model. Imports {@code object}, {@code host} and {@code util}.
 */
package org.pykopi.module;
