/**
 * Ports of the JVM: a local serial device, {@code socket://} and {@code rfc2217://}. Start at
 * {@link org.pykopi.serial.jvm.Ports}. Imports {@code port}, {@code webrepl}, the JDK and
 * jSerialComm; only the command line and the tests import it.
 */
package org.pykopi.serial.jvm;
