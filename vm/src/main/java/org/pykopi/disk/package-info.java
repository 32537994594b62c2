/**
 * File systems inside something: a block device or bytes in memory. Each implements {@link
 * org.pykopi.disk.Volume}; {@code module} mounts them beside the host's files. Knows nothing of
 * Python; imports host and util. Read {@link org.pykopi.disk.RomVolume} first.
 */
package org.pykopi.disk;
