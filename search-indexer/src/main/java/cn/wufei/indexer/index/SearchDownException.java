package cn.wufei.indexer.index;

/// Elasticsearch did not answer, or not in time, or said that it cannot serve now. Trying again
/// later can help.
public final class SearchDownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SearchDownException(String message, Throwable cause) {
    super(message, cause);
  }

  public SearchDownException(String message) {
    super(message);
  }
}
