package cn.wufei.indexer.index;

/// Elasticsearch understood a request and refuses it. Sending it again does not help.
public final class SearchRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  SearchRejectedException(int status, String reason, Throwable cause) {
    super(reason, cause);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
