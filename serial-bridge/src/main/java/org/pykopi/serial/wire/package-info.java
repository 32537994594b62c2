/**
 * How bytes cross between Java and the JavaScript around it, for both WebAssembly modules: {@link
 * org.pykopi.serial.wire.SharedRegion} is what both sides see, {@link
 * org.pykopi.serial.wire.Exchange} moves arguments and results that are larger, {@link
 * org.pykopi.serial.wire.WireWriter} and {@link org.pykopi.serial.wire.WireReader} are the numbers
 * and texts in them. Imports nothing.
 *
 * <p>It is here and not beside the machine's own entry points because this module is built first
 * and knows no other.
 */
package org.pykopi.serial.wire;
