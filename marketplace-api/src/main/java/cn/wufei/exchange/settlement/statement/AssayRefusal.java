package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;
import cn.wufei.exchange.transfer.Load;
import java.util.Collection;
import java.util.stream.Collectors;

/// Why a laboratory report is not recorded or withdrawn, in the order in which it is checked;
/// before these that its agreement or it is there for the caller to see.
enum AssayRefusal implements Refusal {
  OTHER_SIDES_ASSAY(Kind.FORBIDDEN, "The agreement says that the other side's assay governs."),
  NOTHING_MEASURED(
      Kind.UNPROCESSABLE,
      "An assay measures moisture, impurity or both, unless it moves the price by something else."),
  SAMPLED_IN_FUTURE(Kind.UNPROCESSABLE, "What is recorded must have happened already."),
  PARAMETER_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such parameter, or it is named twice."),
  ADJUSTED_PARAMETER_MISSING(
      Kind.UNPROCESSABLE, "The price depends on `parameter`, which is not among the results."),
  PRICE_OUT_OF_BOUNDS(
      Kind.UNPROCESSABLE, "With these results a tonne would cost more than a price can be."),
  LOAD_NOT_OF_AGREEMENT(
      Kind.UNPROCESSABLE,
      "An assay covers loads that were received under its agreement, each once."),
  LOAD_ASSAYED_ALREADY(Kind.CONFLICT, "Another valid assay covers some of the loads."),
  LOAD_ON_STATEMENT(
      Kind.CONFLICT, "Some of the loads are on a statement; withdraw that, or correct it."),
  LOADS_OF_SEVERAL_PRICES(
      Kind.UNPROCESSABLE, "The price was amended between these loads; a report covers one price."),
  NOT_THE_RECORDER(Kind.FORBIDDEN, "Only the side that recorded an assay withdraws it."),
  ASSAY_WITHDRAWN(Kind.CONFLICT, "The assay was withdrawn already.");

  /// How many loads are named; an assay covers hundreds.
  private static final int NAMED_MAX = 10;

  private final Kind kind;
  private final String sentence;

  AssayRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  /// This reason, with how many loads it is about and the numbers of the first few.
  <T> Outcome.Refused<T> about(Collection<Load> loads) {
    String named =
        loads.stream()
            .map(Load::number)
            .sorted()
            .limit(NAMED_MAX)
            .collect(Collectors.joining(", "));
    return Outcome.<T>refused(this)
        .with("count", loads.size())
        .with("loads", loads.size() > NAMED_MAX ? named + ", …" : named);
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
