package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.chain.Leaves;
import cn.wufei.exchange.ledger.chain.MerkleTree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The block that is being recorded: the numbers it has given, what its accounts hold, and the
/// leaves that will seal it. It lives inside one transaction that holds the head of the ledger, so
/// nobody else gives numbers or changes balances meanwhile.
final class Block {

  /// Bound while the work of a block's members runs.
  static final ScopedValue<Block> CURRENT = ScopedValue.newInstance();

  private final LedgerHead before;
  private final Instant recordedAt;
  private final Map<Id, Balance> balances;
  private final Map<String, Id> opened = new LinkedHashMap<>();
  private final List<byte[]> accountLeaves = new ArrayList<>();
  private final List<byte[]> postingLeaves = new ArrayList<>();
  private final SortedMap<Id, byte[]> closings = new TreeMap<>();
  private long lastPosting;
  private long lastAccount;
  private long transfers;

  /// @param balances what accounts hold as of the block before; empty when that is not known
  Block(LedgerHead before, Instant now, Map<Id, Balance> balances) {
    this.before = before;
    this.recordedAt = later(now.truncatedTo(ChronoUnit.MICROS), before.recordedAt());
    this.balances = balances;
    this.lastPosting = before.lastPosting();
    this.lastAccount = before.lastAccount();
    this.transfers = before.transfers();
  }

  static Block current() {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException("only the work of a block posts: see BlockCommitter");
    }
    return CURRENT.get();
  }

  private static Instant later(Instant now, @Nullable Instant last) {
    return last == null || now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
  }

  LedgerHead before() {
    return before;
  }

  long number() {
    return before.blockNumber() + 1;
  }

  long lastPosting() {
    return lastPosting;
  }

  long lastAccount() {
    return lastAccount;
  }

  /// Later than that of the block before, whatever the clocks of several instances say.
  Instant recordedAt() {
    return recordedAt;
  }

  Map<Id, Balance> balances() {
    return balances;
  }

  /// Accounts that were opened in this block, by key.
  Map<String, Id> opened() {
    return opened;
  }

  long nextPosting() {
    return ++lastPosting;
  }

  long nextAccount() {
    return ++lastAccount;
  }

  void countTransfer() {
    transfers++;
  }

  void sealAccount(byte[] content) {
    accountLeaves.add(MerkleTree.leafHash(content));
  }

  void sealPosting(byte[] content) {
    postingLeaves.add(MerkleTree.leafHash(content));
  }

  void close(Id account) {
    closings.put(
        account,
        MerkleTree.leafHash(Leaves.content(new Leaves.Closing(account, number(), recordedAt))));
  }

  boolean isEmpty() {
    return accountLeaves.isEmpty() && postingLeaves.isEmpty() && closings.isEmpty();
  }

  List<byte[]> leaves() {
    List<byte[]> all = new ArrayList<>(accountLeaves);
    all.addAll(postingLeaves);
    all.addAll(closings.values());
    return all;
  }

  int accounts() {
    return accountLeaves.size();
  }

  int postings() {
    return postingLeaves.size();
  }

  int closings() {
    return closings.size();
  }

  LedgerHead after(byte[] hash) {
    return new LedgerHead(number(), hash, recordedAt, lastPosting, lastAccount, transfers);
  }

  Mark mark() {
    return new Mark(
        lastPosting,
        lastAccount,
        transfers,
        accounts(),
        postings(),
        Set.copyOf(closings.keySet()),
        opened.size());
  }

  /// Forgets what a member recorded since the mark; its rows were rolled back to a savepoint.
  void restore(Mark mark) {
    lastPosting = mark.lastPosting;
    lastAccount = mark.lastAccount;
    transfers = mark.transfers;
    accountLeaves.subList(mark.accounts, accountLeaves.size()).clear();
    postingLeaves.subList(mark.postings, postingLeaves.size()).clear();
    closings.keySet().retainAll(mark.closings);
    opened.keySet().retainAll(new HashSet<>(opened.keySet().stream().limit(mark.opened).toList()));
    balances.clear();
  }

  /// How far the block was.
  record Mark(
      long lastPosting,
      long lastAccount,
      long transfers,
      int accounts,
      int postings,
      Set<Id> closings,
      int opened) {}
}
