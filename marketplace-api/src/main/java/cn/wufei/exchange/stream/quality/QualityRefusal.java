package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.kernel.Refusal;

/// Why a quality report is not recorded or withdrawn, in the order in which it is checked; before
/// these that the stream or the report is the caller's own.
enum QualityRefusal implements Refusal {
  REPORT_SAMPLED_IN_FUTURE(Kind.UNPROCESSABLE, "A sample was taken today or earlier."),
  REPORT_DATED_IN_FUTURE(Kind.UNPROCESSABLE, "A report is dated today or earlier."),
  REPORTED_BEFORE_SAMPLED(Kind.UNPROCESSABLE, "A report is not dated before its sample was taken."),
  VALID_BEFORE_REPORTED(Kind.UNPROCESSABLE, "A report does not run out before it is dated."),
  VALID_TOO_LONG(Kind.UNPROCESSABLE, "A report holds for at most five years; leave out the day."),
  VALUE_PARAMETER_UNKNOWN(Kind.UNPROCESSABLE, "The catalog has no such parameter."),
  VALUE_REPEATED(Kind.UNPROCESSABLE, "A parameter is stated once in a report."),
  VALUE_REVERSED(Kind.UNPROCESSABLE, "The lower value is above the upper one."),
  VALUE_IMPOSSIBLE(Kind.UNPROCESSABLE, "The parameter cannot have such a value."),
  REPORT_RECORDED_ALREADY(
      Kind.CONFLICT, "A report of this laboratory with this number stands for the stream already."),
  REPORT_WITHDRAWN(Kind.CONFLICT, "The report was withdrawn already.");

  private final Kind kind;
  private final String sentence;

  QualityRefusal(Kind kind, String sentence) {
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
