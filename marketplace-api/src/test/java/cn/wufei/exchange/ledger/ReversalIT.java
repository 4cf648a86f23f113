package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.testing.TestExchange;
import io.micronaut.transaction.SynchronousTransactionManager;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Reversals and closed months on the real database, without the features that post.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReversalIT {

  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private final Journal journal = TestExchange.get().bean(Journal.class);
  private final Reversals reversals = TestExchange.get().bean(Reversals.class);
  private final Periods periods = TestExchange.get().bean(Periods.class);
  private final Balances balances = TestExchange.get().bean(Balances.class);
  private final Id owner = Id.next();
  private final Id subject = Id.next();
  private final AccountKey.Origin origin =
      new AccountKey.Origin(owner, Id.next(), Id.next(), "fly-ash");

  @Test
  void a_reversal_is_the_mirror_of_what_it_takes_back_and_is_posted_once() {
    PostedFact fact = generated(100);

    Transfer reversal = done(committed(() -> reversals.reverse(fact, THEN, List.of())));

    assertThat(held(AccountKind.ON_HAND)).isZero();
    assertThat(held(AccountKind.GENERATED)).isZero();
    assertThat(reversal.reference()).isEqualTo("reversal:" + fact.id());
    assertThat(reversals.standing(subject, TransferKind.GENERATION)).isNull();
    TransferDraft again =
        new TransferDraft(
            TransferKind.REVERSAL,
            "reversal-again:" + fact.id(),
            owner,
            subject,
            THEN,
            List.of(move(AccountKind.GENERATED, AccountKind.ON_HAND, 1)),
            fact.id());
    assertThat(refusalOf(committed(() -> journal.post(again))).refusal())
        .isEqualTo(LedgerRefusal.ALREADY_REVERSED);
  }

  @Test
  void a_fact_is_told_again_under_the_next_number() {
    PostedFact fact = generated(100);

    Transfer told =
        done(
            committed(() -> {
              done(reversals.reverse(fact, THEN, List.of()));
              return reversals.tell(
                  TransferKind.GENERATION,
                  owner,
                  subject,
                  THEN,
                  List.of(move(AccountKind.GENERATED, AccountKind.ON_HAND, 80)));
            }));

    assertThat(told.reference()).isEqualTo("generation:" + subject + ":2");
    assertThat(held(AccountKind.ON_HAND)).isEqualTo(80);
  }

  @Test
  void what_left_the_yard_meanwhile_is_unreconciled_after_the_reversal() {
    PostedFact fact = generated(100);
    done(
        committed(() ->
            journal.post(
                draft(TransferKind.OWN_USE, move(AccountKind.ON_HAND, AccountKind.OWN_USE, 70)))));

    done(committed(() -> reversals.reverse(fact, THEN, List.of())));

    assertThat(held(AccountKind.ON_HAND)).isZero();
    assertThat(held(AccountKind.UNRECONCILED)).isEqualTo(-70);
  }

  @Test
  void what_was_built_on_a_fact_is_named_when_it_stands_in_the_way() {
    Id site = Id.next();
    AccountKey heap =
        AccountKey.received(AccountKind.HEAP, owner, site, "fly-ash", origin.stream(), 2025);
    AccountKey transit = AccountKey.load(AccountKind.IN_TRANSIT, origin, subject, 2025);
    generated(100);
    post(TransferKind.LOAD_DISPATCHED, new Move(stock(AccountKind.ON_HAND), transit, 100));
    post(TransferKind.LOAD_RECEIVED, new Move(transit, heap, 100));
    AccountKey used =
        AccountKey.received(AccountKind.USED, owner, site, "fly-ash", origin.stream(), 2025);
    post(TransferKind.USE_REPORTED, new Move(heap, used, 30));

    Outcome.Refused<Transfer> dispatch = reversing(TransferKind.LOAD_DISPATCHED);
    Outcome.Refused<Transfer> receipt = reversing(TransferKind.LOAD_RECEIVED);

    assertThat(dispatch.refusal()).isEqualTo(ReversalRefusal.LATER_FACT_IN_THE_WAY);
    assertThat(dispatch.facts()).containsEntry("laterKind", "load-received");
    assertThat(receipt.refusal()).isEqualTo(ReversalRefusal.USE_REPORT_IN_THE_WAY);
    assertThat(receipt.facts()).containsEntry("laterOn", "2025-06-30");
  }

  @Test
  void a_closed_month_is_refused_before_anything_that_comes_after_it_in_the_order() {
    TransferDraft draft =
        draft(TransferKind.GENERATION, move(AccountKind.GENERATED, AccountKind.ON_HAND, 100));
    done(committed(() -> journal.post(draft)));
    PostedFact fact = Objects.requireNonNull(reversals.standing(subject, TransferKind.GENERATION));
    inTransaction(() -> periods.close(owner, YearMonth.of(2025, 6)));

    TransferDraft late =
        new TransferDraft(draft.kind(), "late:" + subject, owner, subject, THEN, draft.moves());
    Outcome.Refused<Transfer> refused = refusalOf(committed(() -> journal.post(late)));

    // What was recorded while the month was open is answered for as before.
    done(committed(() -> journal.post(draft)));
    assertThat(refused.refusal()).isEqualTo(LedgerRefusal.PERIOD_LOCKED);
    assertThat(refused.facts())
        .containsEntry("month", "2025-06")
        .containsEntry("organisationId", owner.toString());
    assertThat(reversals.dateOf(fact)).isAfter(THEN);
    inTransaction(() -> {
      Periods.ClosedPeriod closed =
          Objects.requireNonNull(periods.find(owner, YearMonth.of(2025, 6)));
      return periods.reopen(owner, closed, "盘库更正");
    });
    assertThat(reversals.dateOf(fact)).isEqualTo(THEN);
  }

  private PostedFact generated(long kg) {
    post(TransferKind.GENERATION, move(AccountKind.GENERATED, AccountKind.ON_HAND, kg));
    return Objects.requireNonNull(reversals.standing(subject, TransferKind.GENERATION));
  }

  private void post(TransferKind kind, Move move) {
    done(committed(() -> journal.post(draft(kind, move))));
  }

  private Outcome.Refused<Transfer> reversing(TransferKind kind) {
    PostedFact fact = Objects.requireNonNull(reversals.standing(subject, kind));
    return refusalOf(committed(() -> reversals.reverse(fact, THEN, List.of())));
  }

  private TransferDraft draft(TransferKind kind, Move move) {
    return TransferDraft.once(kind, owner, subject, THEN, List.of(move));
  }

  private Move move(AccountKind from, AccountKind to, long kg) {
    return new Move(stock(from), stock(to), kg);
  }

  private AccountKey stock(AccountKind kind) {
    return AccountKey.stock(kind, origin, 2025);
  }

  private long held(AccountKind kind) {
    return balances.of(stock(kind));
  }

  private static <T> Outcome<T> committed(Supplier<Outcome<T>> work) {
    return TestExchange.get().bean(BlockCommitter.class).commit(work);
  }

  @SuppressWarnings("unchecked")
  private static <T> T inTransaction(Supplier<T> work) {
    SynchronousTransactionManager<Connection> transactions =
        TestExchange.get().bean(SynchronousTransactionManager.class);
    return transactions.executeWrite(_ -> work.get());
  }

  private static Transfer done(Outcome<Transfer> outcome) {
    return switch (outcome) {
      case Outcome.Done<Transfer>(Transfer transfer) -> transfer;
      case Outcome.Refused<Transfer> refused -> throw new AssertionError(refused);
    };
  }

  private static Outcome.Refused<Transfer> refusalOf(Outcome<Transfer> outcome) {
    return switch (outcome) {
      case Outcome.Done<Transfer> done -> throw new AssertionError(done);
      case Outcome.Refused<Transfer> refused -> refused;
    };
  }
}
