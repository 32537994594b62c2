/**
 * Simulated boards, and the flasher and the board driver at work on them. Time is a {@link
 * org.pykopi.tests.serial.VirtualClock}, so that minutes of flashing take milliseconds. Nothing
 * imports it.
 */
package org.pykopi.tests.serial;
