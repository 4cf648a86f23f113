package cn.wufei.exchange.sample;

import cn.wufei.exchange.kernel.Refusal;

/// Why a sample is not asked for or a step of its course not taken, in the order in which it is
/// checked; before these that the organisation may trade and that what it names is there for it to
/// see.
enum SampleRefusal implements Refusal {
  SAMPLE_LAPSED(Kind.CONFLICT, "The day by which it was to be answered or sent is over."),
  SAMPLE_OVER(Kind.CONFLICT, "This request for a sample has ended."),
  SAMPLE_NOT_SO_FAR(Kind.CONFLICT, "As far as the sample has come, this cannot be done."),
  OTHER_PARTYS_STEP(Kind.FORBIDDEN, "This is the other party's to do."),
  OWN_LOT(Kind.UNPROCESSABLE, "One asks for samples of others' lots."),
  LOT_WINDOW_OVER(Kind.CONFLICT, "The lot's window has ended."),
  NOT_A_RECEIVER(Kind.FORBIDDEN, "Only an organisation that receives waste asks for samples."),
  COUNTERPARTY_NOT_VERIFIED(Kind.CONFLICT, "The other organisation may not trade at present."),
  LOT_NOT_OFFERED(
      Kind.CONFLICT, "The lot is no longer on offer between the two; it can only be declined."),
  DAY_OUTSIDE(Kind.UNPROCESSABLE, "The day lies outside `earliest` and `latest`."),
  REASON_NEEDED(Kind.UNPROCESSABLE, "Say what does not suit."),
  SAMPLE_OPEN_ALREADY(
      Kind.CONFLICT, "Your organisation has asked for a sample of this lot already."),
  SAMPLES_TOO_MANY(
      Kind.CONFLICT,
      "Your organisation has as many open requests for samples as it may; `samplesMax` says how"
          + " many.");

  private final Kind kind;
  private final String sentence;

  SampleRefusal(Kind kind, String sentence) {
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
