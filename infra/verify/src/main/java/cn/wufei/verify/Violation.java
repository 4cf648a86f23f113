package cn.wufei.verify;

/// Something that the ledger promises and does not keep; the first one ends the check.
final class Violation extends Exception {

  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }

  static Violation inBlock(long block, String what) {
    return new Violation("block %d: %s".formatted(block, what));
  }

  static Violation inPosting(long block, long posting, String what) {
    return new Violation("block %d, posting %d: %s".formatted(block, posting, what));
  }

  static Violation inAccount(long number, String what) {
    return new Violation("account %d: %s".formatted(number, what));
  }

  /// A column that does not hold what it must.
  static String column(String name, Object is, Object must) {
    return "column %s is %s and must be %s".formatted(name, is, must);
  }
}
