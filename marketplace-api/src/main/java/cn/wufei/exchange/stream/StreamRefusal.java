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
      Kind.UNPROCESSABLE, "Stock cannot have been generated after the day on which it lay there."),
  COUNTERPARTY_NOT_ALLOWED(
      Kind.UNPROCESSABLE, "Only what goes to a related party names a counterparty."),
  COUNTERPARTY_NEEDED(Kind.UNPROCESSABLE, "Name the related party that takes or used the tonnes."),
  COUNTERPARTY_USCC_INVALID(
      Kind.UNPROCESSABLE, "The unified social credit code of the related party is not valid."),
  TARGET_NOT_ALLOWED(Kind.UNPROCESSABLE, "Only a move to another site names another stream."),
  TARGET_NEEDED(Kind.UNPROCESSABLE, "Name the stream at the other site."),
  COUNTERPARTY_UNKNOWN(Kind.UNPROCESSABLE, "The exchange knows no such organisation."),
  COUNTERPARTY_IS_OWN(
      Kind.UNPROCESSABLE, "Your own organisation is no related party; move the tonnes instead."),
  TARGET_AT_SAME_SITE(Kind.UNPROCESSABLE, "A move goes to another site."),
  TARGET_OF_OTHER_MATERIAL(
      Kind.UNPROCESSABLE, "A move changes the place and not the material; that is processing."),
  STREAM_REPEATED(Kind.UNPROCESSABLE, "A stream is named once on each side of a processing."),
  STREAM_ON_BOTH_SIDES(
      Kind.UNPROCESSABLE,
      "What goes into a processing does not come out of it as the same stream."),
  NOTHING_CAME_OUT(
      Kind.UNPROCESSABLE, "A processing has an output or a product; a loss alone is none."),
  PROCESSING_TOO_FINE(
      Kind.UNPROCESSABLE, "This divides into too many postings; record it in several parts."),
  YEAR_NOT_OVER(Kind.UNPROCESSABLE, "A year is cleared when it is over."),
  NOTHING_TO_CLEAR(Kind.CONFLICT, "Nothing that left in this year is still unrecorded.");

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
