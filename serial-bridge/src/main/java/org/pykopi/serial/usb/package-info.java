/**
 * Drivers for USB serial adapters, for browsers that reach USB but no serial ports (Android). Each
 * is the control transfers of one family, over a {@link UsbDevice}; {@link UsbSerialPort} makes a
 * port of it. Read {@link UsbAdapter} first. Imports port.
 */
package org.pykopi.serial.usb;
