package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.kernel.Refusal;

/// Why nothing is written beside an offer; before this that its parties can still write.
enum ThreadRefusal implements Refusal {
  THREAD_FULL(Kind.CONFLICT, "No more messages fit on one offer; `messagesMax` says how many do.");

  private final Kind kind;
  private final String sentence;

  ThreadRefusal(Kind kind, String sentence) {
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
