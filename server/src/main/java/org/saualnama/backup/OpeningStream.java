package org.saualnama.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.saualnama.secret.Secret;

/** Opens what a {@link SealingStream} has sealed, and nothing that differs from it in a byte. */
final class OpeningStream extends InputStream {
  private final DataInputStream in;
  private final PieceSeal seal;
  private byte[] piece = new byte[0];
  private int read;
  private boolean ended;

  OpeningStream(InputStream in, Secret secret) throws IOException {
    this.in = new DataInputStream(in);
    byte[] salt =
        PieceSeal.salt(in.readNBytes(PieceSeal.HEAD_BYTES))
            .orElseThrow(() -> new IOException("this file is no backup"));
    this.seal = new PieceSeal(secret, salt);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (read == piece.length && !ended) {
      piece = nextPiece();
      read = 0;
      ended = piece.length == 0;
      if (ended && in.read() >= 0) {
        throw damaged();
      }
    }
    if (ended) {
      return -1;
    }
    int some = Math.min(count, piece.length - read);
    System.arraycopy(piece, read, into, from, some);
    read += some;
    return some;
  }

  private byte[] nextPiece() throws IOException {
    try {
      int length = in.readInt();
      if (length < PieceSeal.TAG_BYTES || length > PieceSeal.PIECE_BYTES + PieceSeal.TAG_BYTES) {
        throw damaged();
      }
      byte[] sealed = new byte[length];
      in.readFully(sealed);
      return seal.open(sealed).orElseThrow(OpeningStream::damaged);
    } catch (EOFException e) {
      throw new IOException("this backup is cut off: take another one");
    }
  }

  private static IOException damaged() {
    return new IOException(
        "this backup was made under another secret, or is damaged: put the right SECRET_FILE in"
            + " place, or take another backup");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
