package org.pykopi.module;

/**
 * The Python modules {@code zlib} and {@code gzip}: both are names for what {@code deflate} does.
 */
final class CompressionSources {
  private CompressionSources() {}

  static final String ZLIB =
      """
      # zlib: packed bytes in one piece. wbits tells the format and the window:
      # 5..15 zlib, the same negative raw, plus 16 gzip; for decompress also 0
      # for zlib as its header says and plus 32 for zlib or gzip.

      import deflate
      import io


      def _format(wbits, reading):
          if 5 <= wbits <= 15:
              return deflate.ZLIB, wbits
          if -15 <= wbits <= -5:
              return deflate.RAW, -wbits
          if 21 <= wbits <= 31:
              return deflate.GZIP, wbits - 16
          if reading and wbits == 0:
              return deflate.ZLIB, 0
          if reading and 35 <= wbits <= 47:
              return deflate.AUTO, wbits - 32
          raise ValueError("wbits")


      def compress(data, wbits=15):
          packed = io.BytesIO()
          stream = deflate.DeflateIO(packed, *_format(wbits, False))
          stream.write(data)
          stream.close()
          return packed.getvalue()


      def decompress(data, wbits=15):
          return deflate.DeflateIO(io.BytesIO(data), *_format(wbits, True)).read()
      """;

  static final String GZIP =
      """
      # gzip: packed files with a header and a checksum.

      import builtins
      import deflate
      import io


      def GzipFile(fileobj, close=False):
          return deflate.DeflateIO(fileobj, deflate.GZIP, 15, close)


      def open(filename, mode="rb"):
          return GzipFile(builtins.open(filename, mode), True)


      def compress(data):
          packed = io.BytesIO()
          stream = GzipFile(packed)
          stream.write(data)
          stream.close()
          return packed.getvalue()


      def decompress(data):
          return GzipFile(io.BytesIO(data)).read()
      """;
}
