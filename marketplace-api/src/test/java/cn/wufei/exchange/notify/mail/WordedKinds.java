package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.notify.NoticeOutlet;
import cn.wufei.exchange.notify.ToldNotice;
import jakarta.inject.Singleton;

/// Is told of all that any test has the exchange tell, and breaks what tells it where its kind has
/// no words for mails: a kind is named where it is sent and nowhere else, and without words it
/// would be mailed as mere news. That the page has words for each of these is checked in
/// `kindWords.test.ts`.
@Singleton
final class WordedKinds implements NoticeOutlet {

  /// Kinds that only tests tell.
  private static final String ONLY_TESTS = "test-";

  private final MailWords words;

  WordedKinds(MailWords words) {
    this.words = words;
  }

  @Override
  public void take(ToldNotice notice) {
    if (!notice.kind().startsWith(ONLY_TESTS)) {
      for (MailLanguage language : MailLanguage.values()) {
        words.of(language, "kind." + notice.kind());
      }
    }
  }
}
