package cn.wufei.indexer.index;

/// Elasticsearch did not answer, or not in time, or said that it cannot serve now. Trying again
/// later can help.
public final class SearchDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean busy;

  public SearchDownException(String message, Throwable cause) {
    this(message, cause, false);
  }

  SearchDownException(String message, Throwable cause, boolean busy) {
    super(message, cause);
    this.busy = busy;
  }

  public SearchDownException(String message) {
    super(message);
    this.busy = false;
  }

  /// Whether it answered that it has too much to do: less at once can help.
  public boolean isBusy() {
    return busy;
  }
}
