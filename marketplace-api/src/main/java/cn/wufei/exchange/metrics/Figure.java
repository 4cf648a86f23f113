package cn.wufei.exchange.metrics;

import cn.wufei.exchange.ledger.AccountKind;
import io.micronaut.core.annotation.Introspected;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A figure that opens into the postings it is the sum of: what came to its accounts less what left
/// them.
@Introspected
enum Figure {
  GENERATED(AccountKind.GENERATED, Sense.OUT, Span.PERIOD),
  OPENING(AccountKind.OPENING, Sense.OUT, Span.PERIOD),
  FOUND(AccountKind.FOUND, Sense.OUT, Span.PERIOD),
  /// Out of other streams into the yards, and the other way.
  BROUGHT_IN(null, Sense.IN, Span.PERIOD),
  PASSED_ON(null, Sense.OUT, Span.PERIOD),
  OWN_USE(AccountKind.OWN_USE, Sense.IN, Span.PERIOD),
  RECOVERED(AccountKind.RECOVERED, Sense.IN, Span.PERIOD),
  PROCESS_LOSS(AccountKind.PROCESS_LOSS, Sense.IN, Span.PERIOD),
  /// Between the yard and related parties.
  RELATED_DECLARED(AccountKind.RELATED_PARTY, Sense.IN, Span.PERIOD),
  RELATED_PROVEN(AccountKind.RELATED_USE, Sense.IN, Span.PERIOD),
  DISPOSED(AccountKind.OWN_DISPOSAL, Sense.IN, Span.PERIOD),
  DUMPED(AccountKind.DUMPED, Sense.IN, Span.PERIOD),
  /// Between the yard and the road: dispatches, less what came back.
  ENTRUSTED_DECLARED(AccountKind.IN_TRANSIT, Sense.IN, Span.PERIOD),
  ENTRUSTED_PROVEN(AccountKind.USED, Sense.IN, Span.PERIOD),
  WEIGHING_DIFFERENCE(AccountKind.DIFFERENCE, Sense.IN, Span.PERIOD),
  ON_HAND(AccountKind.ON_HAND, Sense.IN, Span.UNTIL_END),
  UNRECONCILED(AccountKind.UNRECONCILED, Sense.OUT, Span.UNTIL_END),
  IN_TRANSIT(AccountKind.IN_TRANSIT, Sense.IN, Span.UNTIL_END),
  HEAP(AccountKind.HEAP, Sense.IN, Span.UNTIL_END),
  WITH_RELATED(AccountKind.RELATED_PARTY, Sense.IN, Span.UNTIL_END);

  private final @Nullable AccountKind account;
  private final Sense sense;
  private final Span span;

  Figure(@Nullable AccountKind account, Sense sense, Span span) {
    this.account = account;
    this.sense = sense;
    this.span = span;
  }

  /// The accounts that it counts.
  Set<AccountKind> accounts() {
    if (this == RELATED_DECLARED) {
      return EnumSet.of(AccountKind.RELATED_PARTY, AccountKind.RELATED_USE);
    }
    return account == null ? EnumSet.noneOf(AccountKind.class) : EnumSet.of(account);
  }

  /// Whether it counts what goes between streams, whatever the accounts.
  boolean isBetweenStreams() {
    return account == null;
  }

  boolean countsWhatComesIn() {
    return sense == Sense.IN;
  }

  boolean isOfThePeriod() {
    return span == Span.PERIOD;
  }

  /// The kinds of account on the other side that count; all of them when empty.
  Set<AccountKind> across() {
    return this == ENTRUSTED_DECLARED || this == RELATED_DECLARED
        ? EnumSet.of(AccountKind.ON_HAND, AccountKind.UNRECONCILED)
        : EnumSet.noneOf(AccountKind.class);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private enum Sense {
    IN,
    OUT
  }

  private enum Span {
    PERIOD,
    UNTIL_END
  }
}
