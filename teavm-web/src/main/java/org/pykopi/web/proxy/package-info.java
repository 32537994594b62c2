/**
 * Python objects in JavaScript and JavaScript objects in Python, for {@code loadPykopi}; behaviour
 * follows MicroPython's webassembly port. Read {@link org.pykopi.web.proxy.Values} first: it is
 * what crosses. Imports {@code object}, {@code web.host} and {@code serial.wire}.
 */
package org.pykopi.web.proxy;
