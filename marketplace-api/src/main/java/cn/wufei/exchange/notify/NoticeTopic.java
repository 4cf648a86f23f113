package cn.wufei.exchange.notify;

import java.util.Arrays;
import java.util.Locale;

/// Kinds of notices that belong together, for people who choose what they want mail of. Kinds are
/// told apart by how they begin, so a new kind of offer is an offer without anybody naming it here.
public enum NoticeTopic {
  MATCHES("matches-.+"),
  MARKET("(lot|demand|search)-.+"),
  /// And the samples that come before them.
  OFFERS("(offer|sample)-.+"),
  TENDERS("tender-.+"),
  /// Contract texts, what is called off under them, the firm's own approvals, and who acts for
  /// whom.
  AGREEMENTS("(document|call-off|approval|delegation)-.+"),
  /// What belongs to no other.
  OTHER(".*");

  private final String kinds;

  NoticeTopic(String kinds) {
    this.kinds = kinds;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoticeTopic ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public static NoticeTopic of(String kind) {
    return Arrays.stream(values())
        .filter(topic -> kind.matches(topic.kinds))
        .findFirst()
        .orElse(OTHER);
  }
}
