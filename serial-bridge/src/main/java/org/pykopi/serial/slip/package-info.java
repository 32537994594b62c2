/**
 * SLIP framing (RFC 1055) as the boot loaders use it: {@link Slip} makes a frame, {@link
 * SlipDecoder} finds frames in a stream with noise in it. Pure bytes; imports nothing.
 */
package org.pykopi.serial.slip;
