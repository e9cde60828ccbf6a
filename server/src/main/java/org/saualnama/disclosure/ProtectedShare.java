package org.saualnama.disclosure;

/**
 * The share of one option as anybody may see it; only disclosure control can make one.
 *
 * <p>All numbers are per cent, and 0 where the status says that the share is not told.
 */
public final class ProtectedShare {
  private final ShareStatus status;
  private final int tenths;
  private final int low;
  private final int high;

  ProtectedShare(ShareStatus status, int tenths, int low, int high) {
    this.status = status;
    this.tenths = tenths;
    this.low = low;
    this.high = high;
  }

  /** One that is not told, for the reason that {@code status} gives. */
  static ProtectedShare untold(ShareStatus status) {
    return new ProtectedShare(status, 0, 0, 0);
  }

  public ShareStatus status() {
    return status;
  }

  public boolean isTold() {
    return status == ShareStatus.TOLD;
  }

  /** Of those who answered. */
  public double percent() {
    return tenths / 10.0;
  }

  /** The lower end of its interval at 95 %. */
  public double low() {
    return low / 10.0;
  }

  /** The upper end. */
  public double high() {
    return high / 10.0;
  }

  int tenths() {
    return tenths;
  }

  int lowTenths() {
    return low;
  }

  int highTenths() {
    return high;
  }
}
