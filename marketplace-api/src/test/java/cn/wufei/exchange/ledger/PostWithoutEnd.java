package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.testing.TestExchange;
import io.micronaut.transaction.SynchronousTransactionManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Callers who post one draft after another, each until it is acknowledged: what fails or is
/// refused because the ledger is busy is sent again with the same reference, as a client does. Some
/// drafts open accounts of their own, some move what one of these holds, and some meet the other
/// callers on one account.
final class PostWithoutEnd implements AutoCloseable {

  static final String NAME = "without-end-";

  private static final int CALLERS = 16;
  private static final long PLENTY_KG = 1_000_000_000;
  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private final Journal journal;
  private final BlockCommitter blocks;
  private final SynchronousTransactionManager<?> transactions;
  private final Together<TransferDraft, Transfer> together = this::postTogether;
  private final Id owner = Id.next();
  private final Id sharedLot = Id.next();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrongAnswers = new ConcurrentLinkedQueue<>();
  private final List<Caller> callers = new ArrayList<>();
  private final List<Future<?>> ends = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable DatabaseKill kill;
  private volatile boolean enough;
  private volatile boolean givenUp;

  PostWithoutEnd(TestExchange exchange, long seed) {
    this.journal = exchange.bean(Journal.class);
    this.blocks = exchange.bean(BlockCommitter.class);
    this.transactions = exchange.bean(SynchronousTransactionManager.class);
    for (int i = 0; i < CALLERS; i++) {
      callers.add(
          new Caller(RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 31L * (i + 1))));
    }
    callers.getFirst().postUntilAcknowledged(publish(sharedLot, PLENTY_KG));
    callers.forEach(caller -> ends.add(threads.submit(caller::postWithoutEnd)));
  }

  /// Tells the kill from now on how far they are.
  void meet(DatabaseKill next) {
    kill = next;
  }

  /// How many references were acknowledged to each.
  List<Integer> acknowledgedByCaller() {
    return callers.stream().map(caller -> caller.done.get()).toList();
  }

  /// What each met last that was no acknowledgement.
  List<String> troubles() {
    return callers.stream().map(caller -> caller.trouble).toList();
  }

  /// Refusals for another reason than that the ledger was busy.
  List<String> wrongAnswers() {
    return List.copyOf(wrongAnswers);
  }

  /// Lets each post its last draft until it is acknowledged; all references that were, with the ids
  /// of their transfers.
  List<String> finish(Duration limit) throws Exception {
    enough = true;
    for (Future<?> end : ends) {
      end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
    return List.copyOf(acknowledged);
  }

  @Override
  public void close() {
    givenUp = true;
    threads.shutdownNow();
    threads.close();
  }

  private List<Outcome<Transfer>> postTogether(List<TransferDraft> drafts) {
    List<Outcome<Transfer>> posted = journal.postAll(drafts);
    DatabaseKill current = kill;
    if (current != null) {
      current.atCommit(transactions.findTransactionStatus().orElseThrow());
    }
    return posted;
  }

  private void acknowledge(Transfer transfer) {
    acknowledged.add(transfer.reference() + " " + transfer.id().value());
    DatabaseKill current = kill;
    if (current != null) {
      current.answered();
    }
  }

  private TransferDraft publish(Id lot, long kg) {
    return draft(TransferKind.LOT_PUBLISHED, AccountKind.ISSUED, AccountKind.AVAILABLE, lot, kg);
  }

  private TransferDraft release(Id lot, long kg) {
    return draft(TransferKind.LOT_RELEASED, AccountKind.AVAILABLE, AccountKind.RELEASED, lot, kg);
  }

  private TransferDraft draft(
      TransferKind kind, AccountKind from, AccountKind to, Id lot, long kg) {
    return new TransferDraft(
        kind,
        NAME + Id.next(),
        owner,
        lot,
        THEN,
        List.of(
            new Move(
                AccountKey.commitment(from, owner, lot),
                AccountKey.commitment(to, owner, lot),
                kg)));
  }

  private final class Caller {

    private final RandomGenerator random;
    private final AtomicInteger done = new AtomicInteger();
    private volatile String trouble = "";
    private Id ownLot = sharedLot;

    Caller(RandomGenerator random) {
      this.random = random;
    }

    void postWithoutEnd() {
      while (!enough && !givenUp) {
        postUntilAcknowledged(next());
      }
    }

    private TransferDraft next() {
      return switch (random.nextInt(4)) {
        case 0 -> {
          ownLot = Id.next();
          yield publish(ownLot, 1_000);
        }
        case 1 -> release(ownLot, 1);
        case 2 -> publish(sharedLot, 1 + random.nextInt(60));
        default -> release(sharedLot, 1 + random.nextInt(60));
      };
    }

    void postUntilAcknowledged(TransferDraft draft) {
      boolean alone = random.nextBoolean();
      boolean answered = false;
      while (!answered && !givenUp) {
        try {
          answered = isAnswered(draft, alone);
        } catch (RuntimeException e) {
          trouble = e.toString();
        }
      }
    }

    private boolean isAnswered(TransferDraft draft, boolean alone) {
      Outcome<Transfer> outcome =
          alone ? blocks.commit(() -> journal.post(draft)) : blocks.commit(together, draft);
      return switch (outcome) {
        case Outcome.Done<Transfer> posted -> {
          acknowledge(posted.value());
          done.incrementAndGet();
          yield true;
        }
        case Outcome.Refused<Transfer> refused -> {
          trouble = refused.refusal().toString();
          boolean busy = refused.refusal() == LedgerRefusal.LEDGER_BUSY;
          if (!busy) {
            wrongAnswers.add(draft.reference() + " " + trouble);
          }
          yield !busy;
        }
      };
    }
  }
}
