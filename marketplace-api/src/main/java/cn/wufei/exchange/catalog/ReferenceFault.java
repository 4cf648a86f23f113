package cn.wufei.exchange.catalog;

/// A data file that cannot be used. The message is one line that names the file and the line in it.
final class ReferenceFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReferenceFault(String file, int line, String reason) {
    super(file + " line " + line + ": " + reason);
  }

  ReferenceFault(String file, String reason) {
    super(file + ": " + reason);
  }
}
