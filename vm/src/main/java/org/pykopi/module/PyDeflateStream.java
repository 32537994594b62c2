package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Checksum;
import org.pykopi.util.Deflater;
import org.pykopi.util.Inflater;

/**
 * {@code deflate.DeflateIO}: unpacks what is read from another stream and packs what is written to
 * it. Bytes go to and from that stream one at a time and no sooner than needed, except headers and
 * trailers.
 *
 * <pre>
 * zlib: method and window (1 byte), flags (1), data, Adler-32 (4, high byte first)
 * gzip: 1f 8b 08, flags (1), time (4), 2 bytes; by flag: extra field, name, comment, checksum; data, CRC-32 (4), length (4)
 * </pre>
 */
final class PyDeflateStream extends PyStream {
  static final int AUTO = 0;
  static final int RAW = 1;
  static final int ZLIB = 2;
  static final int GZIP = 3;

  static final PyType TYPE =
      StreamMethods.addWrite(new TypeTable("DeflateIO"))
          .constructor(PyDeflateStream::make)
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readinto", 2, 3, StreamMethods::readinto)
          .fn("readline", 1, 2, StreamMethods::readline)
          .fn1("close", StreamMethods::close)
          .fn1("__enter__", StreamMethods::enter)
          .fn("__exit__", 4, 4, StreamMethods::exit)
          .build();

  private static final int DEFAULT_WINDOW_BITS = 8;
  private static final int READ_SIZE = 1024;
  private static final int LEAST_WINDOW_BITS = 5;
  private static final int MOST_WINDOW_BITS = 15;

  private static final int METHOD_DEFLATE = 8;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  // Flags in a gzip header.
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int UNKNOWN_FLAGS = 0xe0;

  /** In a zlib header: the data needs a dictionary that is known beforehand. */
  private static final int HAS_DICTIONARY = 0x20;

  /** Null once closed. */
  private PyObject target;

  private final int format;
  private final int windowBits;
  private final boolean closesTarget;

  /** Null until the first read and the first write. */
  private Reader reader;

  private Writer writer;

  private PyDeflateStream(PyObject target, int format, int windowBits, boolean closesTarget) {
    this.target = target;
    this.format = format;
    this.windowBits = windowBits;
    this.closesTarget = closesTarget;
  }

  /** DeflateIO(stream, format=AUTO, wbits=0, close=False) */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 4);
    int format = nargs > 1 ? Args.toInt(ctx, args[at + 1]) : AUTO;
    int windowBits = nargs > 2 ? Args.toInt(ctx, args[at + 2]) : 0;
    if (format < AUTO || format > GZIP) {
      throw Errors.valueError(ctx, "format");
    }
    if (windowBits != 0 && (windowBits < LEAST_WINDOW_BITS || windowBits > MOST_WINDOW_BITS)) {
      throw Errors.valueError(ctx, "wbits");
    }
    boolean closesTarget = nargs > 3 && args[at + 3].isTrue(ctx);
    return new PyDeflateStream(args[at], format, windowBits, closesTarget);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private Stream target(PyContext ctx) {
    if (target == null) {
      throw invalid(ctx);
    }
    return Streams.of(ctx, target);
  }

  static PyException invalid(PyContext ctx) {
    return Errors.osError(ctx, HostException.EINVAL);
  }

  @Override
  public int read(PyContext ctx, byte[] into, int offset, int length) {
    Stream source = target(ctx);
    if (reader == null) {
      reader = Reader.open(ctx, source, format, windowBits, null);
      if (reader == null) {
        throw invalid(ctx);
      }
    }
    return reader.read(into, offset, length);
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    Stream stream = target(ctx);
    if (writer == null) {
      int bits = windowBits == 0 ? DEFAULT_WINDOW_BITS : windowBits;
      writer = new Writer(ctx, stream, format, bits);
      writer.open(bits);
    }
    writer.pack(source, offset, length);
    return length;
  }

  @Override
  public void close(PyContext ctx) {
    if (target == null) {
      return;
    }
    if (writer != null) {
      writer.finish();
    }
    PyObject stream = target;
    target = null;
    if (writer != null) {
      writer.writeTrailer();
    }
    if (closesTarget) {
      Streams.of(ctx, stream).close(ctx);
    }
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    if (request == IOCTL_CLOSE) {
      close(ctx);
      return 0;
    }
    throw invalid(ctx);
  }

  // ---- unpacking ----

  /** Where packed bytes come from: headers and trailers are read from here too. */
  private static final class Source {
    final PyContext ctx;
    private final Stream stream;
    private final byte[] one = new byte[1];

    Source(PyContext ctx, Stream stream) {
      this.ctx = ctx;
      this.stream = stream;
    }

    int next() {
      int count = stream.read(ctx, one, 0, 1);
      if (count < 0) {
        throw Errors.osError(ctx, HostException.EAGAIN);
      }
      if (count == 0) {
        throw Errors.of(ctx, ExceptionTypes.EOF_ERROR);
      }
      return one[0] & 0xff;
    }

    void skip(int count) {
      for (int i = 0; i < count; i++) {
        next();
      }
    }

    void skipText() {
      int b = next();
      while (b != 0) {
        b = next();
      }
    }
  }

  /** Unpacks a stream of one format and looks at its checksum in the end. */
  static final class Reader extends Inflater {
    private final Source source;
    private final int format;
    private int checksum;
    private boolean isChecked;

    private Reader(Source source, int format, BufferView window) {
      super(window.data(), window.offset(), window.length());
      this.source = source;
      this.format = format;
      checksum = format == ZLIB ? 1 : 0;
    }

    /**
     * Reads the header; the window it names counts when it is smaller than the wanted one.
     *
     * @param room where the window is to lie, or null for an array of its own
     * @return null when the header is no such header
     */
    static Reader open(PyContext ctx, Stream stream, int wanted, int windowBits, BufferView room) {
      Source source = new Source(ctx, stream);
      if (wanted == RAW) {
        int bits = windowBits == 0 ? DEFAULT_WINDOW_BITS : windowBits;
        return new Reader(source, RAW, window(ctx, room, bits));
      }
      int first = source.next();
      int second = source.next();
      boolean isGzip = first == GZIP_FIRST && second == GZIP_SECOND;
      int format = isGzip ? GZIP : ZLIB;
      boolean isValid = isGzip ? readGzipHeader(source) : isZlibHeader(first, second);
      if (!isValid || (wanted != AUTO && wanted != format)) {
        return null;
      }
      int bits = isGzip ? MOST_WINDOW_BITS : (first >> 4) + 8;
      bits = windowBits == 0 ? bits : Math.min(bits, windowBits);
      return new Reader(source, format, window(ctx, room, bits));
    }

    private static BufferView window(PyContext ctx, BufferView room, int bits) {
      int size = 1 << bits;
      if (room != null && room.length() < size) {
        throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
      }
      return room == null
          ? new BufferView(new byte[size], 0, size, 'B', false)
          : new BufferView(room.data(), room.offset(), size, 'B', false);
    }

    private static boolean isZlibHeader(int first, int second) {
      return (first << 8 | second) % 31 == 0
          && (first & 0xf) == METHOD_DEFLATE
          && first >> 4 <= MOST_WINDOW_BITS - 8
          && (second & HAS_DICTIONARY) == 0;
    }

    private static boolean readGzipHeader(Source source) {
      if (source.next() != METHOD_DEFLATE) {
        return false;
      }
      int flags = source.next();
      if ((flags & UNKNOWN_FLAGS) != 0) {
        return false;
      }
      source.skip(6);
      if ((flags & HAS_EXTRA) != 0) {
        int low = source.next();
        source.skip(low | source.next() << 8);
      }
      if ((flags & HAS_NAME) != 0) {
        source.skipText();
      }
      if ((flags & HAS_COMMENT) != 0) {
        source.skipText();
      }
      if ((flags & HAS_CHECKSUM) != 0) {
        source.skip(2);
      }
      return true;
    }

    @Override
    protected int nextByte() {
      return source.next();
    }

    int read(byte[] into, int offset, int length) {
      int count = inflate(into, offset, length);
      if (count == BAD_DATA) {
        throw invalid(source.ctx);
      }
      if (format == ZLIB) {
        checksum = Checksum.adler32(checksum, into, offset, count);
      } else if (format == GZIP) {
        checksum = Checksum.crc32(checksum, into, offset, count);
      }
      if (isDone() && !isChecked) {
        isChecked = true;
        checkTrailer();
      }
      return count;
    }

    /** All that is left. */
    BufferView readAll() {
      ByteBuilder all = new ByteBuilder();
      do {
        source.ctx.checkSize(all.length() + READ_SIZE, 1);
        all.ensure(READ_SIZE);
        all.setLength(all.length() + read(all.data(), all.length(), READ_SIZE));
      } while (!isDone());
      return new BufferView(all.data(), 0, all.length(), 'B', false);
    }

    private void checkTrailer() {
      int expected = checksum;
      if (format == ZLIB) {
        expected = Integer.reverseBytes(readWord());
      } else if (format == GZIP) {
        expected = readWord();
        readWord();
      }
      if (expected != checksum) {
        throw invalid(source.ctx);
      }
    }

    private int readWord() {
      int word = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        word |= source.next() << shift;
      }
      return word;
    }
  }

  // ---- packing ----

  private static final class Writer extends Deflater {
    private final PyContext ctx;
    private final Stream stream;
    private final int format;
    private final byte[] one = new byte[1];
    private int checksum;
    private int length;

    private Writer(PyContext ctx, Stream stream, int format, int windowBits) {
      super(1 << windowBits);
      this.ctx = ctx;
      this.stream = stream;
      this.format = format;
      checksum = format == ZLIB ? 1 : 0;
    }

    void open(int windowBits) {
      if (format == ZLIB || format == GZIP) {
        writeHeader(format == ZLIB ? zlibHeader(windowBits) : gzipHeader());
      }
      start();
    }

    private static byte[] zlibHeader(int windowBits) {
      int first = METHOD_DEFLATE | Math.max(windowBits - 8, 1) << 4;
      int second = 2 << 6;
      second += 31 - (first << 8 | second) % 31;
      return new byte[] {(byte) first, (byte) second};
    }

    /** No flags, no time, packed fast, on Unix. */
    private static byte[] gzipHeader() {
      return new byte[] {GZIP_FIRST, (byte) GZIP_SECOND, METHOD_DEFLATE, 0, 0, 0, 0, 0, 4, 3};
    }

    /** As in the reference, whatever the stream says here becomes EINVAL. */
    private void writeHeader(byte[] header) {
      try {
        stream.write(ctx, header, 0, header.length);
      } catch (PyException e) {
        throw e.value.type().isSubclassOf(ExceptionTypes.OS_ERROR) ? invalid(ctx) : e;
      }
    }

    @Override
    protected void write(int value) {
      one[0] = (byte) value;
      stream.write(ctx, one, 0, 1);
    }

    void pack(byte[] source, int offset, int count) {
      length += count;
      if (format == ZLIB) {
        checksum = Checksum.adler32(checksum, source, offset, count);
      } else if (format == GZIP) {
        checksum = Checksum.crc32(checksum, source, offset, count);
      }
      deflate(source, offset, count);
    }

    void writeTrailer() {
      byte[] trailer = new byte[8];
      put(trailer, 0, format == ZLIB ? Integer.reverseBytes(checksum) : checksum);
      put(trailer, 4, length);
      if (format == ZLIB || format == GZIP) {
        stream.write(ctx, trailer, 0, format == ZLIB ? 4 : 8);
      }
    }

    private static void put(byte[] data, int at, int word) {
      for (int i = 0; i < 4; i++) {
        data[at + i] = (byte) (word >> 8 * i);
      }
    }
  }
}
