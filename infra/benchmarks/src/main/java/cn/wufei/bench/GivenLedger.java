package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Two years of a ledger, kept in memory: what is written into the database and what its answers
/// are held against, added up posting by posting.
///
/// A transfer has two postings. Blocks follow each other evenly from 1 January 2024 to 31 December
/// 2025; what they hold happened up to forty days before.
final class GivenLedger {

  static final int ACCOUNTS = 5_000;
  static final double EXPONENT = 1.2;
  static final int POSTINGS_PER_BLOCK = 400;
  static final int LINES = 2;

  /// Nothing is posted to the last two accounts after the first month.
  static final int QUIET = ACCOUNTS - 2;

  /// Has more than half of all accounts, those that are rarely posted to.
  static final Id LARGE = Id.of(1_099);

  /// Has the two quiet accounts.
  static final Id GONE = Id.of(1_100);

  private static final int ORGANISATIONS = 40;
  private static final int SHARED_BY_ALL = 2_000;
  private static final long FIRST_ORGANISATION = 1_000;
  private static final long FIRST_ACCOUNT = 1L << 40;
  private static final int QUIET_TRANSFERS = 40;
  private static final int LATE_DAYS = 40;
  private static final long DAY_S = 86_400;
  private static final long START_S = Instant.parse("2023-12-31T16:00:10Z").getEpochSecond();
  private static final long END_S = Instant.parse("2025-12-31T15:59:50Z").getEpochSecond();

  private final int blocks;
  private final int[] debits;
  private final int[] credits;
  private final int[] amounts;
  private final long[] occurredS;
  private final short[] occurredOn;

  GivenLedger(int postings) {
    blocks = Math.max(1, postings / POSTINGS_PER_BLOCK);
    int count = blocks * POSTINGS_PER_BLOCK;
    debits = new int[count];
    credits = new int[count];
    amounts = new int[count];
    occurredS = new long[count / LINES];
    occurredOn = new short[count / LINES];
    draw(RandomGeneratorFactory.of("L64X128MixRandom").create(42));
  }

  private void draw(RandomGenerator random) {
    Zipf zipf = new Zipf(QUIET, EXPONENT);
    int quietUntil = blocks / 24;
    int quietEvery = Math.max(1, quietUntil / QUIET_TRANSFERS);
    for (int i = 0; i < debits.length; i++) {
      int block = i / POSTINGS_PER_BLOCK;
      if (i % LINES == 0) {
        long at = recordedAtS(block) - 1 - random.nextLong(LATE_DAYS * DAY_S);
        occurredS[i / LINES] = at;
        occurredOn[i / LINES] = (short) LocalCalendar.dayOf(Instant.ofEpochSecond(at)).toEpochDay();
      }
      boolean quiet = block < quietUntil && block % quietEvery == 0 && i % POSTINGS_PER_BLOCK == 0;
      debits[i] = quiet ? QUIET + random.nextInt(2) : zipf.next(random);
      credits[i] = other(zipf.next(random), debits[i]);
      amounts[i] = random.nextInt(20_000, 35_000);
    }
  }

  private static int other(int account, int than) {
    return account == than ? (account + 1) % QUIET : account;
  }

  int postings() {
    return debits.length;
  }

  int blocks() {
    return blocks;
  }

  /// The last posting of a block, the blocks counted from zero.
  long lastOf(int block) {
    return (long) (block + 1) * POSTINGS_PER_BLOCK;
  }

  private long recordedAtS(int block) {
    return START_S + (END_S - START_S) * block / Math.max(1, blocks - 1);
  }

  Instant recordedAt(int block) {
    return Instant.ofEpochSecond(recordedAtS(block));
  }

  /// The last posting that was recorded until then.
  long lastAt(Instant moment) {
    int low = -1;
    int high = blocks - 1;
    while (low < high) {
      int middle = (low + high + 1) >> 1;
      if (recordedAt(middle).isAfter(moment)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return lastOf(low);
  }

  Instant firstMoment() {
    return recordedAt(0);
  }

  Instant lastMoment() {
    return recordedAt(blocks - 1);
  }

  LocalDate firstDay() {
    return LocalDate.ofInstant(firstMoment(), ZoneOffset.UTC).minusDays(LATE_DAYS);
  }

  LocalDate lastDay() {
    return LocalCalendar.dayOf(lastMoment());
  }

  int debit(int posting) {
    return debits[posting];
  }

  int credit(int posting) {
    return credits[posting];
  }

  int amount(int posting) {
    return amounts[posting];
  }

  Instant occurredAt(int transfer) {
    return Instant.ofEpochSecond(occurredS[transfer]);
  }

  LocalDate occurredOn(int transfer) {
    return LocalDate.ofEpochDay(occurredOn[transfer]);
  }

  static Id account(int account) {
    return Id.of(FIRST_ACCOUNT + account);
  }

  /// Who owns an account.
  static Id owner(int account) {
    if (account >= QUIET) {
      return GONE;
    }
    return account >= SHARED_BY_ALL ? LARGE : Id.of(FIRST_ORGANISATION + account % ORGANISATIONS);
  }

  /// What an account holds by the first `last` postings and what of them happened until the day.
  long held(int account, long last, LocalDate until) {
    long day = until.toEpochDay();
    long held = 0;
    for (int i = 0; i < last; i++) {
      if (occurredOn[i / LINES] <= day) {
        if (debits[i] == account) {
          held += amounts[i];
        }
        if (credits[i] == account) {
          held -= amounts[i];
        }
      }
    }
    return held;
  }

  /// The numbers of the last postings before one, of the accounts that are meant and of what
  /// happened on the days given.
  long[] newest(IntPredicate account, LocalDate from, LocalDate to, long before, int limit) {
    long[] numbers = new long[limit];
    int found = 0;
    for (int i = (int) before - 2; i >= 0 && found < limit; i--) {
      int day = occurredOn[i / LINES];
      if (day >= from.toEpochDay()
          && day <= to.toEpochDay()
          && (account.test(debits[i]) || account.test(credits[i]))) {
        numbers[found++] = i + 1L;
      }
    }
    return Arrays.copyOf(numbers, found);
  }
}
