package cn.wufei.exchange.notify;

import cn.wufei.exchange.kernel.Refusal;

/// Why a stream of notices is not opened.
enum NotifyRefusal implements Refusal {
  TOO_MANY_STREAMS(Kind.TOO_MANY, "You follow your notices from too many places already.");

  private final Kind kind;
  private final String sentence;

  NotifyRefusal(Kind kind, String sentence) {
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
