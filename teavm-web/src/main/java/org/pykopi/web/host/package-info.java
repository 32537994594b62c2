/**
 * The host interfaces over the browser. {@link org.pykopi.web.host.Bridge} is what the browser's
 * JavaScript has to offer; the other classes make a {@link org.pykopi.host.Host} of it. Read {@code
 * Bridge} first. Imports {@code host} and {@code serial.wire}.
 */
package org.pykopi.web.host;
