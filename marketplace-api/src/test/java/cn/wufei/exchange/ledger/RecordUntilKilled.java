package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A program that records without end from many threads and says each reference that was
/// acknowledged to it, for [KillIT] to kill. Its settings come as properties on standard input.
final class RecordUntilKilled {

  private static final int THREADS = 16;
  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private RecordUntilKilled() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    Properties given = new Properties();
    given.load(System.in);
    Map<String, Object> settings = new HashMap<>();
    given.stringPropertyNames().forEach(name -> settings.put(name, given.getProperty(name)));
    ApplicationContext context = ApplicationContext.run(settings, "test");
    Journal journal = context.getBean(Journal.class);
    BlockCommitter blocks = context.getBean(BlockCommitter.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(() -> record(args[0], journal, blocks));
      }
    }
  }

  private static void record(String name, Journal journal, BlockCommitter blocks) {
    try {
      while (true) {
        TransferDraft draft = draft(name);
        if (blocks.commit(() -> journal.post(draft)) instanceof Outcome.Done<Transfer>) {
          say("acknowledged " + draft.reference());
        }
      }
    } finally {
      // Without its database or its reader it has nothing to live for.
      Runtime.getRuntime().halt(1);
    }
  }

  @SuppressWarnings("SystemOut")
  private static synchronized void say(String line) {
    System.out.println(line);
    if (System.out.checkError()) {
      throw new IllegalStateException("nobody listens");
    }
  }

  private static TransferDraft draft(String name) {
    Id lot = Id.next();
    Id owner = Id.of(77);
    return new TransferDraft(
        TransferKind.LOT_PUBLISHED,
        name + "-" + lot,
        owner,
        lot,
        THEN,
        List.of(
            new Move(
                AccountKey.commitment(AccountKind.ISSUED, owner, lot),
                AccountKey.commitment(AccountKind.AVAILABLE, owner, lot),
                1_000)));
  }
}
