package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.testing.TestExchange;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The journal on the real database, without the features that post to it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalIT {

  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private final Journal journal = TestExchange.get().bean(Journal.class);
  private final Balances balances = TestExchange.get().bean(Balances.class);
  private final Id owner = Id.next();
  private final Id lot = Id.next();

  @Test
  void the_same_reference_and_content_is_posted_once() {
    TransferDraft draft = offered("offered-" + lot, 100);

    Transfer first = done(posted(draft));
    Transfer again = done(posted(draft));

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(balances.of(account(AccountKind.AVAILABLE))).isEqualTo(100);
  }

  @Test
  void a_reference_is_not_good_for_other_content() {
    done(posted(offered("offered-" + lot, 100)));

    assertThat(refusalOf(posted(offered("offered-" + lot, 101))))
        .isEqualTo(LedgerRefusal.REFERENCE_REUSED);
    assertThat(balances.of(account(AccountKind.AVAILABLE))).isEqualTo(100);
  }

  @Test
  void a_reference_is_not_good_for_another_subject_or_organisation_or_as_a_reversal() {
    TransferDraft draft = offered("offered-" + lot, 100);
    Transfer first = done(posted(draft));

    assertThat(refusalOf(posted(like(draft, Id.next(), lot, null))))
        .isEqualTo(LedgerRefusal.REFERENCE_REUSED);
    assertThat(refusalOf(posted(like(draft, owner, Id.next(), null))))
        .isEqualTo(LedgerRefusal.REFERENCE_REUSED);
    assertThat(refusalOf(posted(like(draft, owner, lot, first.id()))))
        .isEqualTo(LedgerRefusal.REFERENCE_REUSED);
    assertThat(balances.of(account(AccountKind.AVAILABLE))).isEqualTo(100);
  }

  @Test
  void what_happens_while_its_block_is_open_is_posted_once_too() {
    Clock clock = TestExchange.get().bean(Clock.class);
    List<TransferDraft> said = new ArrayList<>();

    Transfer first =
        done(
            TestExchange.get()
                .bean(BlockCommitter.class)
                .commit(() -> {
                  said.clear();
                  said.add(at(offered("offered-" + lot, 100), Instant.now(clock)));
                  return journal.post(said.getFirst());
                }));

    assertThat(first.occurredAt()).isBeforeOrEqualTo(first.recordedAt());
    assertThat(done(posted(said.getFirst())).id()).isEqualTo(first.id());
    assertThat(balances.of(account(AccountKind.AVAILABLE))).isEqualTo(100);
  }

  @Test
  void a_limited_account_gives_no_more_than_it_holds() {
    done(posted(offered("offered-" + lot, 100)));

    assertThat(refusalOf(posted(withdrawn("withdrawn-" + lot, 101))))
        .isEqualTo(LedgerRefusal.ACCOUNT_SHORT);
    done(posted(withdrawn("withdrawn-" + lot, 100)));
    assertThat(balances.of(account(AccountKind.AVAILABLE))).isZero();
    assertThat(balances.of(account(AccountKind.ISSUED))).isEqualTo(-100);
  }

  @Test
  void the_future_and_the_last_century_are_refused_before_anything_else() {
    TransferDraft draft = offered("offered-" + lot, 100);
    done(posted(draft));

    assertThat(refusalOf(posted(at(draft, Instant.parse("2999-01-01T00:00:00Z")))))
        .isEqualTo(LedgerRefusal.OCCURRED_IN_FUTURE);
    assertThat(refusalOf(posted(at(draft, Instant.parse("1999-12-31T15:59:59Z")))))
        .isEqualTo(LedgerRefusal.OCCURRED_TOO_EARLY);
  }

  @Test
  void many_who_draw_at_once_never_draw_more_than_there_is()
      throws ExecutionException, InterruptedException {
    done(posted(offered("offered-" + lot, 10)));
    List<Future<Outcome<Transfer>>> draws = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        TransferDraft draft = withdrawn("withdrawn-" + lot + "-" + i, 1);
        draws.add(threads.submit(() -> posted(draft)));
      }
    }

    int drawn = 0;
    for (Future<Outcome<Transfer>> draw : draws) {
      drawn += draw.get() instanceof Outcome.Done<Transfer> ? 1 : 0;
    }
    assertThat(drawn).isEqualTo(10);
    assertThat(balances.of(account(AccountKind.AVAILABLE))).isZero();
    assertThat(balances.of(account(AccountKind.RELEASED))).isEqualTo(10);
  }

  private Outcome<Transfer> posted(TransferDraft draft) {
    return TestExchange.get().bean(BlockCommitter.class).commit(() -> journal.post(draft));
  }

  private static Transfer done(Outcome<Transfer> outcome) {
    return switch (outcome) {
      case Outcome.Done<Transfer>(Transfer transfer) -> transfer;
      case Outcome.Refused<Transfer> refused -> throw new AssertionError(refused);
    };
  }

  private static Object refusalOf(Outcome<Transfer> outcome) {
    return switch (outcome) {
      case Outcome.Done<Transfer> done -> throw new AssertionError(done);
      case Outcome.Refused<Transfer> refused -> refused.refusal();
    };
  }

  private TransferDraft offered(String reference, long kg) {
    return draft(
        reference, new Move(account(AccountKind.ISSUED), account(AccountKind.AVAILABLE), kg));
  }

  private TransferDraft withdrawn(String reference, long kg) {
    return draft(
        reference, new Move(account(AccountKind.AVAILABLE), account(AccountKind.RELEASED), kg));
  }

  private TransferDraft draft(String reference, Move move) {
    return new TransferDraft(
        TransferKind.LOT_PUBLISHED, reference, owner, lot, THEN, List.of(move));
  }

  private static TransferDraft at(TransferDraft draft, Instant moment) {
    return new TransferDraft(
        draft.kind(),
        draft.reference(),
        draft.organisation(),
        draft.subject(),
        moment,
        draft.moves());
  }

  private static TransferDraft like(
      TransferDraft draft, Id organisation, Id subject, @Nullable Id reverses) {
    return new TransferDraft(
        draft.kind(),
        draft.reference(),
        organisation,
        subject,
        draft.occurredAt(),
        draft.moves(),
        reverses);
  }

  private AccountKey account(AccountKind kind) {
    return AccountKey.commitment(kind, owner, lot);
  }
}
