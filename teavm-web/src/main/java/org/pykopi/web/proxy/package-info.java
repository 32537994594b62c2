/**
 * Python objects in JavaScript and JavaScript objects in Python, for {@code loadPykopi}; behaviour
 * follows MicroPython's webassembly port. Read {@link org.pykopi.web.proxy.Values} first: it is
 * what crosses. Imports {@code object} and {@code web.host}.
 */
package org.pykopi.web.proxy;
