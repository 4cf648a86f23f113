package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.kernel.Refusal;

/// Why something about mail is not done, in the order in which the reasons are checked.
enum MailRefusal implements Refusal {
  MAIL_OFF(Kind.CONFLICT, "This exchange sends no mail."),
  MAIL_ADDRESS_INVALID(Kind.UNPROCESSABLE, "This is not a mail address."),
  MAIL_CODE_SENT_JUST_NOW(
      Kind.TOO_MANY, "A code was sent a moment ago; wait a minute before you ask for another."),
  NO_MAIL_ADDRESS(Kind.CONFLICT, "Give a mail address first."),
  MAIL_CODE_OVER(Kind.CONFLICT, "This code no longer counts; ask for another one."),
  MAIL_CODE_WRONG(Kind.UNPROCESSABLE, "This is not the code that was sent.");

  private final Kind kind;
  private final String sentence;

  MailRefusal(Kind kind, String sentence) {
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
