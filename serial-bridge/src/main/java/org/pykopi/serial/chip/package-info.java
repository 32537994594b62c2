/**
 * What is known of each chip: how it is recognised, where its registers are, what its fuses mean.
 * One file for each chip, constants and bit fields only; {@link Chips} is the detection table. Read
 * {@link Chip} first. Imports port.
 */
package org.pykopi.serial.chip;
