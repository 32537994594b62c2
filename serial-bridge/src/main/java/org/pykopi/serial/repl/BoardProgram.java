package org.pykopi.serial.repl;

/**
 * The little Python program on the board that does the work of {@link BoardFiles}. It is one class
 * with a name of its own among the variables of {@code __main__}, so that nothing of the user's is
 * touched. Line indents are one space, because every byte crosses the line.
 *
 * <pre>
 * o(b, t)        writes a block: type (2 data, 1 check; 16 more with a CRC), length16, bytes,
 *                CRC-32 of all that where the board can; in hexadecimal when it has no binary
 *                standard output
 * i()            facts: see {@link BoardFacts}
 * l(p)           a block for each entry of a folder: isFolder8 size32 name
 * s(p)           a block: isFolder8 size32
 * r(p, n, t)     reads a file in pieces of n bytes; blocks with what stands from t on; a block
 *                with the check of all
 * n(p)           opens a file for writing
 * w(at, c, b, k) writes bytes at a place if their CRC-32 is c; again does no harm; k is 0, or the
 *                window of a raw deflate stream as a power of two
 * c()            closes it
 * m(a, b)        renames a to b, which may exist
 * </pre>
 */
final class BoardProgram {
  static final String NAME = "_pykopi";

  /** Type of a block. */
  static final int CHECK = 1;

  static final int DATA = 2;

  /** Added to the type when a CRC-32 follows. */
  static final int SUMMED = 16;

  static final String SOURCE =
      """
      class _pykopi:
       import sys,gc
       try:import os
       except ImportError:import uos as os
       try:
        import binascii as a
        a.crc32
       except (ImportError,AttributeError):a=None
       try:from hashlib import sha256 as h
       except ImportError:h=None
       try:
        from deflate import DeflateIO as z,RAW as y
        from io import BytesIO as u
       except ImportError:z=None
       x=not hasattr(sys.stdout,'buffer')
       f=None
       def o(b,t=2):
        p=_pykopi
        b=bytes((t+16 if p.a else t,len(b)&255,len(b)>>8))+b
        if p.a:b+=p.a.crc32(b).to_bytes(4,'little')
        if p.x:
         for c in b:print('%02x'%c,end='')
        else:p.sys.stdout.buffer.write(b)
       def i():
        p=_pykopi
        s=p.sys
        v=s.implementation
        p.gc.collect()
        m=p.gc.mem_free()if hasattr(p.gc,'mem_free')else 0
        p.o('\\n'.join((v[0],'.'.join(str(n)for n in v[1][:3]),s.platform,getattr(v,'_machine',''),
        str(getattr(v,'_mpy',0)),str(m),str(bool(p.a)),str(bool(p.z)))).encode())
       def e(d,z,n=b''):
        _pykopi.o(bytes((d>>14&1,z&255,z>>8&255,z>>16&255,z>>24&255))+n)
       def l(d):
        p=_pykopi
        for t in p.os.ilistdir(d):
         z=t[3]if len(t)>3 else 0 if t[1]&16384 else p.os.stat((d+'/'if d and d[-1]!='/'else d)+t[0])[6]
         p.e(t[1],z,t[0]if isinstance(t[0],bytes)else t[0].encode())
       def s(d):
        t=_pykopi.os.stat(d)
        _pykopi.e(t[0],t[6])
       def r(d,n,t):
        p=_pykopi
        h=p.h()if p.h else 0
        b=bytearray(n)
        m=memoryview(b)
        with open(d,'rb')as f:
         while 1:
          k=f.readinto(b)
          if not k:break
          if t<k:p.o(m[t:k])
          t=max(0,t-k)
          if p.h:h.update(m[:k])
          elif p.a:h=p.a.crc32(m[:k],h)
        p.o(h.digest()if p.h else h.to_bytes(4,'little')if p.a else b'',1)
       def n(d):
        _pykopi.c()
        _pykopi.f=open(d,'wb')
       def w(t,c,b,k=0):
        p=_pykopi
        if p.a and p.a.crc32(b)!=c:raise ValueError('crc')
        if k:b=p.z(p.u(b),p.y,k).read()
        if p.f.tell()!=t:p.f.seek(t)
        p.f.write(b)
       def c():
        p=_pykopi
        if p.f:p.f.close()
        p.f=None
       def m(a,b):
        o=_pykopi.os
        try:o.rename(a,b)
        except OSError:
         o.stat(a)
         o.remove(b)
         o.rename(a,b)
      """;

  private BoardProgram() {}
}
