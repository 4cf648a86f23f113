package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;

/// Why a search is not answered.
enum SearchRefusal implements Refusal {
  SITE_NEEDED(
      Kind.UNPROCESSABLE, "Distance and delivered price need a siteId: one of your own sites."),
  CURSOR_INVALID(Kind.UNPROCESSABLE, "This cursor does not belong to this search; start again."),
  SEARCH_TOO_BROAD(Kind.UNPROCESSABLE, "Too many results cost nearly the same; narrow the search."),
  SEARCH_UNAVAILABLE(Kind.UNAVAILABLE, "Search is away for the moment; all else goes on.");

  private static final int RETRY_AFTER_SECONDS = 5;

  private final Kind kind;
  private final String sentence;

  SearchRefusal(Kind kind, String sentence) {
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
