package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Refusal;

/// Why a stream is not registered or an entry not recorded, in the order in which it is checked.
enum StreamRefusal implements Refusal {
  NOT_A_PRODUCER(Kind.FORBIDDEN, "Only an organisation that produces waste has waste streams."),
  SITE_UNKNOWN(Kind.UNPROCESSABLE, "This is not a site of your organisation."),
  MATERIAL_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such material."),
  STREAM_NAME_TAKEN(Kind.CONFLICT, "Your organisation has a stream of this name already."),
  GENERATION_YEAR_NOT_ALLOWED(
      Kind.UNPROCESSABLE, "Only opening stock says in which year it was generated."),
  GENERATION_YEAR_TOO_LATE(
      Kind.UNPROCESSABLE, "Stock cannot have been generated after the day on which it lay there.");

  private final Kind kind;
  private final String sentence;

  StreamRefusal(Kind kind, String sentence) {
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
