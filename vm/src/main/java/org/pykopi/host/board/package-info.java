/**
 * A model of a microcontroller board: pins, buses and serial lines as values without hardware. The
 * Python module {@code machine} changes it from one side, a page or a test from the other. Read
 * {@link org.pykopi.host.board.Board} first. Imports nothing of the project.
 */
package org.pykopi.host.board;
