/**
 * Machine code for the native and viper functions of a `.mpy` file of version 5: what Pycopy's
 * cross-compiler makes for x86-64. Read {@link org.pykopi.machine.NativeModule} first, then {@link
 * org.pykopi.machine.FunctionGenerator}. Used by the command line alone; may import {@code
 * compiler}, {@code bytecode}, {@code syntax} and {@code util}.
 */
package org.pykopi.machine;
