package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.BalanceHistory;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Statements;
import cn.wufei.exchange.ledger.book.StatementBook;
import cn.wufei.exchange.ledger.book.StatementLine;
import cn.wufei.exchange.ledger.book.StatementQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What is asked of the exchange's beans, and what the answers must be.
final class Questions {

  /// A page of fifty lines and the one that says whether there are more.
  static final int PAGE = 51;

  private final GivenLedger ledger;
  private final Balances balances;
  private final BalanceHistory history;
  private final StatementBook statements;
  private final Statements stories;

  Questions(Exchange exchange, GivenLedger ledger) {
    this.ledger = ledger;
    balances = exchange.bean(Balances.class);
    history = exchange.bean(BalanceHistory.class);
    statements = exchange.bean(StatementBook.class);
    stories = exchange.bean(Statements.class);
  }

  long now(int account) {
    FillLedger.Origin origin = FillLedger.Origin.of(account);
    return balances.of(
        AccountKey.stock(
            AccountKind.UNRECONCILED,
            new AccountKey.Origin(origin.owner(), origin.site(), origin.stream(), "slag"),
            2024));
  }

  long at(int account, Instant moment) {
    return history.at(GivenLedger.account(account), moment);
  }

  long on(int account, LocalDate day) {
    return history.on(GivenLedger.account(account), day);
  }

  long on(int account, LocalDate day, Instant moment) {
    return history.on(GivenLedger.account(account), day, moment);
  }

  /// What the account held at the end of each day that is told, the last one's.
  long course(int account, LocalDate from) {
    BalanceHistory.Course course =
        history.course(GivenLedger.account(account), from, from.plusMonths(1).minusDays(1));
    return course.opening()
        + course.days().values().stream()
            .mapToLong(moved -> moved.debits() - moved.credits())
            .sum();
  }

  List<StatementLine> ofAccount(int account, @Nullable Long before) {
    return statements.newest(account(account, null), before, PAGE);
  }

  List<StatementLine> ofMonth(int account, LocalDate from) {
    return statements.newest(account(account, from), null, PAGE);
  }

  List<StatementLine> ofOrganisation(Id organisation, @Nullable Long before) {
    return statements.newest(
        new StatementQuery(new StatementQuery.OfOrganisation(organisation), null, null),
        before,
        PAGE);
  }

  List<StatementLine> ofMonth(Id organisation, LocalDate from) {
    return statements.newest(
        new StatementQuery(
            new StatementQuery.OfOrganisation(organisation), from, from.plusMonths(1).minusDays(1)),
        null,
        PAGE);
  }

  List<Statements.Entry> ofStream(int account, @Nullable Id before) {
    return stories.ofStream(FillLedger.Origin.of(account).stream(), before, PAGE - 1).items();
  }

  private static StatementQuery account(int account, @Nullable LocalDate from) {
    return new StatementQuery(
        new StatementQuery.OfAccount(GivenLedger.account(account)),
        from,
        from == null ? null : from.plusMonths(1).minusDays(1));
  }

  Instant moment(RandomGenerator random) {
    long micros = Duration.between(ledger.firstMoment(), ledger.lastMoment()).toSeconds();
    return ledger.firstMoment().plus(random.nextLong(micros * 1_000_000), ChronoUnit.MICROS);
  }

  /// Any day on which something happened, or one until that of the moment.
  LocalDate day(RandomGenerator random, Instant until) {
    return ledger
        .firstDay()
        .plusDays(
            random.nextLong(
                1 + ledger.firstDay().until(LocalCalendar.dayOf(until), ChronoUnit.DAYS)));
  }

  LocalDate month(RandomGenerator random) {
    return LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(24));
  }

  long cursor(RandomGenerator random) {
    return random.nextLong(ledger.postings() / 100, ledger.postings());
  }

  /// How many of so many answers of each kind are not what adding up the postings gives.
  int drift(int count, RandomGenerator random, Zipf zipf) {
    int drift = 0;
    for (int i = 0; i < count; i++) {
      // The hottest account and a quiet one always are among them.
      int account = i == 0 ? 0 : i == 1 ? GivenLedger.QUIET : zipf.next(random);
      Instant moment = moment(random);
      LocalDate day = day(random, moment);
      LocalDate month = month(random);
      LocalDate lastOfMonth = month.plusMonths(1).minusDays(1);
      long all = ledger.postings();
      long known = ledger.lastAt(moment);
      drift += differs(now(account), ledger.held(account, all, LocalDate.MAX));
      drift += differs(at(account, moment), ledger.held(account, known, LocalDate.MAX));
      drift += differs(on(account, day), ledger.held(account, all, day));
      drift += differs(on(account, day, moment), ledger.held(account, known, day));
      drift += differs(course(account, month), ledger.held(account, all, lastOfMonth));
      drift += pages(account, cursor(random), month, lastOfMonth);
    }
    return drift;
  }

  private int pages(int account, long cursor, LocalDate from, LocalDate to) {
    IntPredicate same = other -> other == account;
    Id organisation = GivenLedger.owner(account);
    IntPredicate owned = other -> GivenLedger.owner(other).equals(organisation);
    long end = ledger.postings() + 1L;
    return differs(ofAccount(account, null), newest(same, end))
        + differs(ofAccount(account, cursor), newest(same, cursor))
        + differs(ofMonth(account, from), ledger.newest(same, from, to, end, PAGE))
        + differs(ofMonth(organisation, from), ledger.newest(owned, from, to, end, PAGE))
        + differs(ofOrganisation(organisation, null), newest(owned, end))
        + differs(ofOrganisation(organisation, cursor), newest(owned, cursor));
  }

  private long[] newest(IntPredicate account, long before) {
    return ledger.newest(account, LocalDate.EPOCH, ledger.lastDay(), before, PAGE);
  }

  private static int differs(long answer, long sum) {
    return answer == sum ? 0 : 1;
  }

  private static int differs(List<StatementLine> answer, long[] numbers) {
    return java.util.Arrays.equals(
            answer.stream().mapToLong(StatementLine::number).toArray(), numbers)
        ? 0
        : 1;
  }
}
