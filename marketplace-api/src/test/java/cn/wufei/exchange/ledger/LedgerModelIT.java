package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.testing.TestExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random histories on the real ledger and on a model of it that fits on a page: whatever comes,
/// both answer alike and hold the same. `-Dwufei.test.seed=N` replays one.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerModelIT {

  private static final int STEPS = 150;
  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private final Journal journal = TestExchange.get().bean(Journal.class);
  private final Balances balances = TestExchange.get().bean(Balances.class);
  private final BlockCommitter blocks = TestExchange.get().bean(BlockCommitter.class);

  static List<Long> seeds() {
    Long given = Long.getLong("wufei.test.seed");
    return given == null ? List.of(1L, 2L, 3L, System.nanoTime()) : List.of(given);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_ledger_answers_as_its_model_does(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Model model = new Model();
    List<AccountKey> accounts = accounts();
    List<TransferDraft> history = new ArrayList<>();

    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(12) == 0) {
        AccountKey account = accounts.get(random.nextInt(accounts.size()));
        assertThat(codeOf(blocks.commit(() -> journal.close(List.of(account)))))
            .as("seed %d, step %d, close %s", seed, step, account)
            .isEqualTo(model.close(account));
      } else {
        List<TransferDraft> drafts = drafts(random, accounts, history, step);
        List<String> answers = new ArrayList<>();
        blocks.commit(() -> {
          answers.clear();
          journal.postAll(drafts).forEach(outcome -> answers.add(codeOf(outcome)));
          return Outcome.done(true);
        });
        assertThat(answers)
            .as("seed %d, step %d", seed, step)
            .isEqualTo(drafts.stream().map(model::post).toList());
        history.addAll(drafts);
      }
    }

    for (AccountKey account : accounts) {
      assertThat(balances.of(account))
          .as("seed %d, %s", seed, account)
          .isEqualTo(model.held.getOrDefault(account, 0L));
    }
    LedgerChecks.assertSound();
  }

  private static List<AccountKey> accounts() {
    Id owner = Id.next();
    Id lot = Id.next();
    Id agreement = Id.next();
    return List.of(
        AccountKey.commitment(AccountKind.ISSUED, owner, lot),
        AccountKey.commitment(AccountKind.AVAILABLE, owner, lot),
        AccountKey.commitment(AccountKind.RELEASED, owner, lot),
        AccountKey.commitment(AccountKind.RESERVED, owner, agreement),
        AccountKey.commitment(AccountKind.FULFILLED, owner, agreement));
  }

  /// Some drafts at once: new ones, old ones again, and old references with other content.
  private static List<TransferDraft> drafts(
      RandomGenerator random, List<AccountKey> accounts, List<TransferDraft> history, int step) {
    List<TransferDraft> drafts = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int dice = random.nextInt(10);
      if (dice == 0 && !history.isEmpty()) {
        drafts.add(history.get(random.nextInt(history.size())));
      } else if (dice == 1 && !history.isEmpty()) {
        String taken = history.get(random.nextInt(history.size())).reference();
        drafts.add(draft(random, accounts, taken));
      } else {
        drafts.add(draft(random, accounts, "model-" + Id.next() + "-" + step));
      }
    }
    return drafts;
  }

  private static TransferDraft draft(
      RandomGenerator random, List<AccountKey> accounts, String reference) {
    List<Move> moves = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(3) == 0 ? 0 : random.nextInt(accounts.size());
      int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
      moves.add(new Move(accounts.get(from), accounts.get(to), 1 + random.nextInt(50)));
    }
    return new TransferDraft(TransferKind.LOT_RELEASED, reference, Id.of(1), Id.of(2), THEN, moves);
  }

  private static String codeOf(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> _ -> "done";
      case Outcome.Refused<?> refused -> refused.refusal().code();
    };
  }

  /// The ledger in one's head.
  private static final class Model {

    private final Map<AccountKey, Long> held = new HashMap<>();
    private final Set<AccountKey> opened = new HashSet<>();
    private final Set<AccountKey> closed = new HashSet<>();
    private final Map<String, TransferDraft> posted = new HashMap<>();

    String post(TransferDraft draft) {
      TransferDraft earlier = posted.get(draft.reference());
      if (earlier != null) {
        return earlier.equals(draft) ? "done" : "reference-reused";
      }
      Set<AccountKey> touched = new LinkedHashSet<>();
      Map<AccountKey, Long> after = new HashMap<>(held);
      for (Move move : draft.moves()) {
        touched.add(move.from());
        touched.add(move.to());
        after.merge(move.from(), -move.amount(), Long::sum);
        after.merge(move.to(), move.amount(), Long::sum);
      }
      if (touched.stream().anyMatch(closed::contains)) {
        return "account-closed";
      }
      if (touched.stream()
          .anyMatch(key -> key.kind().limited() && after.getOrDefault(key, 0L) < 0)) {
        return "account-short";
      }
      held.putAll(after);
      opened.addAll(touched);
      posted.put(draft.reference(), draft);
      return "done";
    }

    String close(AccountKey account) {
      if (held.getOrDefault(account, 0L) != 0) {
        return "account-not-empty";
      }
      if (opened.contains(account)) {
        closed.add(account);
      }
      return "done";
    }
  }
}
