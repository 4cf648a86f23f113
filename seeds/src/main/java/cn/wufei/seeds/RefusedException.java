package cn.wufei.seeds;

/// The API did not do what was asked, or could not be asked. The message is one line that names the
/// request, the status and the API's own code and sentence.
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /// The HTTP status; 0 where no answer came.
  public int status() {
    return status;
  }
}
