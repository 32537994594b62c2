/**
 * What the embedder provides: console, clock, files, entropy, interrupts. Read {@link
 * org.pykopi.host.Host} first. Imports nothing of the project.
 */
package org.pykopi.host;
