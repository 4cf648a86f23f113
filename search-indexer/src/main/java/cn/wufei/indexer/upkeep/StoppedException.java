package cn.wufei.indexer.upkeep;

/// The work was left where it is: another instance goes on with it, or this one later.
final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoppedException(String message) {
    super(message);
  }
}
