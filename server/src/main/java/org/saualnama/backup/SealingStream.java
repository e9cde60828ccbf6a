package org.saualnama.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.saualnama.secret.Secret;

/** Seals what may be longer than memory, piece by piece; the last piece is an empty one. */
final class SealingStream extends OutputStream {
  private final DataOutputStream out;
  private final PieceSeal seal;
  private final byte[] piece = new byte[PieceSeal.PIECE_BYTES];
  private int filled;
  private boolean closed;

  SealingStream(OutputStream out, Secret secret) throws IOException {
    this.out = new DataOutputStream(out);
    byte[] salt = PieceSeal.newSalt();
    out.write(PieceSeal.head(salt));
    this.seal = new PieceSeal(secret, salt);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    for (int done = 0; done < count; ) {
      int more = Math.min(count - done, piece.length - filled);
      System.arraycopy(bytes, from + done, piece, filled, more);
      filled += more;
      done += more;
      if (filled == piece.length) {
        sealPiece();
      }
    }
  }

  private void sealPiece() throws IOException {
    byte[] sealed = seal.next(Arrays.copyOf(piece, filled));
    out.writeInt(sealed.length);
    out.write(sealed);
    filled = 0;
  }

  /** Without it the file has no end, and is refused. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      if (filled > 0) {
        sealPiece();
      }
      sealPiece();
    }
  }
}
