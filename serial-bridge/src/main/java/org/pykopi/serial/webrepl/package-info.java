/**
 * WebREPL: the prompt and the files of a board over the network, through a WebSocket. {@link
 * org.pykopi.serial.webrepl.WebReplPort} is the terminal, {@link
 * org.pykopi.serial.webrepl.WebReplFiles} the files. The WebSocket itself is a {@link
 * org.pykopi.serial.webrepl.MessageChannel}, which the page and the JVM each provide. Imports
 * {@code port} and {@code repl}.
 */
package org.pykopi.serial.webrepl;
