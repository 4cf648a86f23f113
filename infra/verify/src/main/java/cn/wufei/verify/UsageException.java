package cn.wufei.verify;

/// The check cannot be made: wrong arguments, or a file that cannot be read as what it should be.
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
