package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.ledger.BalanceHistory;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.ledger.book.AccountBook;
import cn.wufei.exchange.ledger.book.BookAccount;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who may read which account, and what it held when.
@Singleton
class SeeAccounts {

  private static final int COURSE_DAYS = 365;

  private final AccountBook accounts;
  private final BalanceHistory history;
  private final SharedAccounts shared;
  private final Names names;
  private final Clock clock;

  SeeAccounts(
      AccountBook accounts,
      BalanceHistory history,
      SharedAccounts shared,
      Names names,
      Clock clock) {
    this.accounts = accounts;
    this.history = history;
    this.shared = shared;
    this.names = names;
    this.clock = clock;
  }

  /// The caller's own accounts. An authority sees those of all, or of the organisation it asks for,
  /// but those of money; a party to an agreement or load, when it asks for that, also what the
  /// other one opened for it.
  AccountView.AccountList page(
      Caller caller, AccountFilter filter, @Nullable Id before, int limit) {
    boolean all = caller.role().seesAll();
    Id organisation = all ? filter.organisationId() : caller.organisationId();
    Id scope = filter.subjectId() == null || all ? organisation : null;
    Page<BookAccount> page =
        Page.ofSurplus(
            accounts.find(
                filter.of(scope, SharedAccounts.seesMoneyOf(caller, organisation)),
                before,
                limit + 1),
            limit,
            account -> account.id().toString());
    List<BookAccount> visible =
        page.items().stream().filter(account -> shared.maySee(caller, account)).toList();
    Names.OfAccounts named = names.ofAccounts(visible);
    return new AccountView.AccountList(visible.stream().map(named::view).toList(), page.next());
  }

  AccountView.KindList kinds(Caller caller, @Nullable Id organisationId) {
    Id organisation = organisation(caller, organisationId);
    boolean withMoney = SharedAccounts.seesMoneyOf(caller, organisation);
    return new AccountView.KindList(
        accounts.kindsOf(organisation).stream()
            .filter(kind -> withMoney || !kind.unit().equals(Unit.MONEY_FEN.code()))
            .map(kind ->
                new AccountView.KindTotal(
                    kind.unit(),
                    kind.kind(),
                    kind.own(),
                    kind.accounts(),
                    kind.holding(),
                    kind.held()))
            .toList());
  }

  /// An authority reads of the organisation that it asks for; everybody else of their own, whatever
  /// they ask for.
  static Id organisation(Caller caller, @Nullable Id asked) {
    return asked == null || !caller.role().seesAll() ? caller.organisationId() : asked;
  }

  Outcome<AccountView.Reading> one(Caller caller, Id id, Axes.Point point) {
    return visible(caller, id)
        .map(account ->
            new AccountView.Reading(
                names.ofAccounts(List.of(account)).view(account),
                point.asOf(),
                point.on(),
                held(account, point.asOf(), point.on())));
  }

  Outcome<AccountView.Course> course(Caller caller, Id id, Period.Days days) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    LocalDate to = days.to() == null ? today : days.to();
    LocalDate from = days.from() == null ? to.minusDays(COURSE_DAYS - 1) : days.from();
    return Period.between(from, to)
        .then(_ -> visible(caller, id))
        .map(account -> course(history.course(account.id(), from, to), from, to));
  }

  Outcome<BookAccount> visible(Caller caller, Id id) {
    BookAccount account = accounts.find(id);
    return account != null && shared.maySee(caller, account)
        ? Outcome.done(account)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  private long held(BookAccount account, @Nullable Instant asOf, @Nullable LocalDate on) {
    if (asOf == null) {
      return on == null ? account.held() : history.on(account.id(), on);
    }
    return on == null ? history.at(account.id(), asOf) : history.on(account.id(), on, asOf);
  }

  private static AccountView.Course course(
      BalanceHistory.Course course, LocalDate from, LocalDate to) {
    List<AccountView.CourseDay> days = new ArrayList<>();
    long held = course.opening();
    for (var day : new TreeMap<>(course.days()).entrySet()) {
      held += day.getValue().net();
      days.add(
          new AccountView.CourseDay(
              day.getKey(), day.getValue().debits(), day.getValue().credits(), held));
    }
    return new AccountView.Course(from, to, course.opening(), days);
  }
}
