package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;

/// Why a search is not answered.
enum SearchRefusal implements Refusal {
  FILTER_MISPLACED(
      Kind.UNPROCESSABLE, "This filter says nothing here: it belongs to the other kind of search."),
  SITE_NEEDED(
      Kind.UNPROCESSABLE, "Distance and delivered price need a siteId: one of your own sites."),
  RIVAL_NEEDED(
      Kind.UNPROCESSABLE,
      "The order by match needs one of your own demands or lots to compare with."),
  BOX_NEEDED(Kind.UNPROCESSABLE, "A map needs its box: west,south,east,north."),
  CURSOR_INVALID(Kind.UNPROCESSABLE, "This cursor does not belong to this search; start again."),
  SEARCH_TOO_BROAD(Kind.UNPROCESSABLE, "Too many results cost nearly the same; narrow the search."),
  SAVED_QUERY_INVALID(
      Kind.UNPROCESSABLE, "This cannot be read as a search; `parameter` says which part of it."),
  SAVED_SEARCHES_FULL(Kind.CONFLICT, "You keep as many searches as you may; delete one first."),
  NAME_TAKEN(Kind.CONFLICT, "Another of your searches has this name."),
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
