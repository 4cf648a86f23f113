package cn.wufei.exchange.indexing;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;

/// Why something about the index is not done.
enum IndexingRefusal implements Refusal {
  REBUILD_UNDER_WAY(Kind.CONFLICT, "This index is being built anew already."),
  SEARCH_UNAVAILABLE(Kind.UNAVAILABLE, "Search is away for the moment; all else goes on.");

  private static final int RETRY_AFTER_SECONDS = 5;

  private final Kind kind;
  private final String sentence;

  IndexingRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  static <T> Outcome<T> unavailable() {
    return Outcome.<T>refused(SEARCH_UNAVAILABLE).with("retryAfterSeconds", RETRY_AFTER_SECONDS);
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
