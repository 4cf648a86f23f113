package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.chain.BlockHeader;
import cn.wufei.exchange.ledger.chain.MerkleTree;
import cn.wufei.exchange.ledger.chain.SigningKey;
import cn.wufei.exchange.sql.Failures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs the members of one block inside its transaction and seals it.
///
/// Members with work of their own run one after another, each behind a savepoint. Commands of one
/// use case that takes many run as one: it writes nothing for those that it refuses, so they need
/// no savepoint.
///
/// Used by the one thread of the committer.
@Singleton
class Recording {

  private static final int ATTEMPTS_MAX = 5;
  private static final int CARRIED_MAX = 100_000;

  private final BlockStore store;
  private final Accounts accounts;
  private final SigningKey key;
  private final Clock clock;
  private Map<Id, Balance> carried = new HashMap<>();
  private long carriedBlock = -1;
  private boolean keyIsKept;
  private @Nullable Block last;

  Recording(BlockStore store, Accounts accounts, LedgerKey key, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.key = key.key();
    this.clock = clock;
  }

  List<Settled<?>> record(Connection connection, List<Member<?>> members) {
    LedgerHead head = store.lockHead(connection);
    if (head.blockNumber() != carriedBlock || carried.size() > CARRIED_MAX) {
      carried = new HashMap<>();
    }
    Block block = new Block(head, Instant.now(clock), carried);
    last = block;
    if (head.blockNumber() == 0 && head.lastPosting() > 0) {
      store.addUnsealed(block);
    }
    List<Settled<?>> settled = new ArrayList<>(members.size());
    ScopedValue.where(Block.CURRENT, block).run(() -> run(connection, block, members, settled));
    if (!block.isEmpty()) {
      seal(connection, block);
    }
    return settled;
  }

  /// The transaction was committed: what it left is known without asking again, as long as no other
  /// instance records.
  void committed() {
    Block block = last;
    if (block != null) {
      accounts.remember(block.opened());
      carriedBlock = block.isEmpty() ? block.before().blockNumber() : block.number();
      keyIsKept |= !block.isEmpty();
    }
  }

  /// The transaction was rolled back, or nobody knows what became of it.
  void forget() {
    accounts.forget();
    carried = new HashMap<>();
    carriedBlock = -1;
    last = null;
  }

  private void run(
      Connection connection, Block block, List<Member<?>> members, List<Settled<?>> settled) {
    Map<Together<Object, ?>, List<Member<?>>> groups = new LinkedHashMap<>();
    for (Member<?> member : members) {
      Together<Object, ?> useCase = member.useCase();
      if (useCase == null) {
        settled.add(alone(connection, block, member));
      } else {
        groups.computeIfAbsent(useCase, _ -> new ArrayList<>()).add(member);
      }
    }
    groups.forEach((useCase, group) -> together(useCase, group, settled));
  }

  @SuppressWarnings("unchecked")
  private static <R> void together(
      Together<Object, R> useCase, List<Member<?>> group, List<Settled<?>> settled) {
    List<Outcome<R>> outcomes = useCase.handleAll(group.stream().map(Member::command).toList());
    if (outcomes.size() != group.size()) {
      throw new IllegalStateException("a use case answers each command once: " + useCase);
    }
    for (int i = 0; i < group.size(); i++) {
      settled.add(Settled.of((Member<R>) group.get(i), outcomes.get(i)));
    }
  }

  private static <R> Settled<R> alone(Connection connection, Block block, Member<R> member) {
    Block.Mark mark = block.mark();
    for (int attempt = 1; ; attempt++) {
      Savepoint savepoint = savepoint(connection);
      try {
        Outcome<R> outcome = member.run();
        if (outcome instanceof Outcome.Refused<R>) {
          rollBack(connection, savepoint, block, mark);
        }
        return Settled.of(member, outcome);
      } catch (RuntimeException e) {
        if (Failures.isRolledBack(e)) {
          throw e;
        }
        rollBack(connection, savepoint, block, mark);
        if (attempt == ATTEMPTS_MAX || !Failures.isDuplicateKey(e)) {
          return Settled.failed(member, e);
        }
      }
    }
  }

  private static Savepoint savepoint(Connection connection) {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw new IllegalStateException("no savepoint", e);
    }
  }

  private static void rollBack(
      Connection connection, Savepoint savepoint, Block block, Block.Mark mark) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot go back to the savepoint", e);
    }
    block.restore(mark);
  }

  private void seal(Connection connection, Block block) {
    if (!keyIsKept) {
      store.keep(key, block.recordedAt());
    }
    BlockHeader header =
        new BlockHeader(
            block.number(),
            block.before().blockHash(),
            block.recordedAt(),
            block.lastPosting(),
            block.lastAccount(),
            block.postings(),
            block.accounts(),
            block.closings(),
            new MerkleTree(block.leaves()).root(),
            key.id());
    byte[] hash = header.hash();
    store.append(connection, header, key.sign(hash), block.after(hash));
  }
}
