package cn.wufei.exchange.kernel;

import java.util.Locale;

/// A reason why something that was well-formed is not done. Each feature lists its reasons in an
/// enum of its own, in the order in which they are checked; the constant's name in kebab case is
/// the stable `code` that clients act on.
public interface Refusal {

  String name();

  Kind kind();

  /// One English sentence for a reader who has no translation of the code.
  String sentence();

  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What a refusal means to the protocol in front of it.
  enum Kind {
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    STALE,
    UNPROCESSABLE,
    TOO_MANY,
    UNAVAILABLE
  }
}
