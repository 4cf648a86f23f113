package cn.wufei.exchange.settlement.overview;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How long what is open has been due. Payments settle the oldest statement first, so what is open
/// is of the newest statements.
///
/// @param days30Fen due for up to 30 days
/// @param days60Fen for 31 to 60
/// @param days90Fen for 61 to 90
/// @param olderFen for longer
@Serdeable
record Ageing(long days30Fen, long days60Fen, long days90Fen, long olderFen) {

  /// What became due before so many days is not told apart any more.
  static final int DAYS_MAX = 90;

  static final Ageing NOTHING = new Ageing(0, 0, 0, 0);

  /// @param openFen open between a seller and a buyer, either sign
  /// @param statements agreed between the two in the last [#DAYS_MAX] days or longer, newest first
  static Ageing of(long openFen, List<Charge> statements, LocalDate today) {
    int sign = Long.signum(openFen);
    long rest = Math.abs(openFen);
    long[] buckets = new long[4];
    for (Charge statement : statements) {
      long sameSignFen = Math.max(0, sign * statement.grossFen());
      long part = Math.min(rest, sameSignFen);
      buckets[bucket(ChronoUnit.DAYS.between(statement.agreedOn(), today))] += part;
      rest -= part;
    }
    return new Ageing(buckets[0], buckets[1], buckets[2], buckets[3] + rest);
  }

  Ageing plus(Ageing other) {
    return new Ageing(
        days30Fen + other.days30Fen,
        days60Fen + other.days60Fen,
        days90Fen + other.days90Fen,
        olderFen + other.olderFen);
  }

  private static int bucket(long days) {
    if (days <= 30) {
      return 0;
    }
    if (days <= 60) {
      return 1;
    }
    return days <= DAYS_MAX ? 2 : 3;
  }

  /// A statement that became due.
  record Charge(LocalDate agreedOn, long grossFen) {}
}
