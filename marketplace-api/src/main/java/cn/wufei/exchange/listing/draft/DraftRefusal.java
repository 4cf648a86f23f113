package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Refusal;

/// Why a draft is not kept, submitted or published, besides the reasons that a lot itself has.
public enum DraftRefusal implements Refusal {
  DRAFTS_FULL(Kind.CONFLICT, "Your organisation has as many drafts as it can keep."),
  DRAFT_TOO_LARGE(Kind.UNPROCESSABLE, "A draft of that size is not kept."),
  DRAFT_IN_REVIEW(Kind.CONFLICT, "The draft is being reviewed; take it back first."),
  DRAFT_NOT_IN_REVIEW(Kind.CONFLICT, "Nobody has submitted the draft."),
  FIXED_ONCE_PUBLISHED(
      Kind.UNPROCESSABLE,
      "Stream, quantity, kind of quantity and way of sale of a lot stay as they were published."),
  DRAFT_OUTDATED(
      Kind.CONFLICT,
      "The draft was submitted to an earlier version of the exchange; submit it again."),
  LOT_VERSION_MISSING(
      Kind.UNPROCESSABLE, "Say which version of the lot the change was looked at beside.");

  private final Kind kind;
  private final String sentence;

  DraftRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
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
