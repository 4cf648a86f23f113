package cn.wufei.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a ledger as `docs/ledger.md` says, in memory, block by block; [LedgerWriter] writes it. It
/// checks nothing, so that tests can seal what must not be.
final class LedgerGenerator {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant START = Instant.parse("2026-03-01T15:59:00.000001Z");
  private static final long OWNER = 7;
  private static final long FIRST_ID = 1_000_000;

  private SigningKey key;
  private final Map<String, SigningKey> keys = new HashMap<>();
  private final Map<String, Long> firstUsed = new TreeMap<>();

  /// What the block at hand covers, open to change until [#seal()].
  final List<Rows.Account> accounts = new ArrayList<>();

  final List<Rows.Posting> postings = new ArrayList<>();
  final List<Rows.Closing> closings = new ArrayList<>();

  private final Map<Long, Rows.Account> allAccounts = new TreeMap<>();
  private final Map<Long, long[]> totals = new HashMap<>();
  private final Set<Long> closed = new HashSet<>();
  private final Map<DayKey, long[]> days = new HashMap<>();
  private BlockHeader last = BlockHeader.none();
  private long nextId = FIRST_ID;
  private long postingCount;
  private long transferCount;
  private long now = Times.micros(START);
  private List<byte[]> leaves = List.of();

  LedgerGenerator(SigningKey key) {
    this.key = key;
  }

  void signWith(SigningKey other) {
    key = other;
  }

  /// When the block at hand will be recorded.
  long now() {
    return now;
  }

  BlockHeader last() {
    return last;
  }

  SigningKey keyOf(String id) {
    return Objects.requireNonNull(keys.get(id));
  }

  Map<String, Long> firstUsed() {
    return firstUsed;
  }

  Map<Long, Rows.Account> allAccounts() {
    return allAccounts;
  }

  Map<Long, long[]> totals() {
    return totals;
  }

  Map<DayKey, long[]> days() {
    return days;
  }

  boolean isClosed(long account) {
    return closed.contains(account);
  }

  long transferCount() {
    return transferCount;
  }

  /// The leaves of the last block.
  List<byte[]> leaves() {
    return leaves;
  }

  long open(String unit, String kind, boolean limited) {
    return open(unit, kind, limited, null, null);
  }

  /// Opens an account; one with a subject also has all else that an account may have.
  long open(
      String unit,
      String kind,
      boolean limited,
      @Nullable Long subject,
      @Nullable Long counterparty) {
    long id = nextId++;
    boolean full = subject != null;
    Rows.Account account =
        new Rows.Account(
            allAccounts.size() + 1L,
            id,
            kind + "/" + id,
            unit,
            kind,
            OWNER,
            subject,
            counterparty,
            full ? (Long) 11L : null,
            full ? (Long) 12L : null,
            full ? "steel-slag" : null,
            full ? (Short) (short) 2026 : null,
            limited,
            now);
    accounts.add(account);
    allAccounts.put(id, account);
    totals.put(id, new long[2]);
    return id;
  }

  Rows.Transfer transfer(String kind, long subject, @Nullable Long reverses, Move... moves) {
    long id = nextId++;
    Rows.Transfer transfer =
        new Rows.Transfer(
            id, kind, kind + "/" + id, OWNER, subject, now - 1, chinaDay(now - 1), now, reverses);
    transferCount++;
    for (int i = 0; i < moves.length; i++) {
      post(transfer, i + 1, moves[i]);
    }
    return transfer;
  }

  private void post(Rows.Transfer transfer, int line, Move move) {
    long[] from = total(move.from());
    long[] to = total(move.to());
    from[1] += move.amount();
    to[0] += move.amount();
    Rows.Account account = Objects.requireNonNull(allAccounts.get(move.from()));
    postings.add(
        new Rows.Posting(
            ++postingCount,
            transfer,
            line,
            account.unit(),
            move.to(),
            move.from(),
            move.amount(),
            to[0] - to[1],
            from[0] - from[1]));
  }

  void close(long account) {
    closings.add(new Rows.Closing(account, last.number() + 1, now));
    closed.add(account);
  }

  /// Corrects the count of postings after some were taken from, or put back to, the block at hand.
  void recount(int more) {
    postingCount += more;
  }

  /// The next block is recorded before the last one.
  void turnBack() {
    now = last.recordedAt() - 1;
  }

  /// Changes all postings of a transfer that is not sealed yet.
  void change(Rows.Transfer from, Rows.Transfer to) {
    postings.replaceAll(posting -> posting.transfer().equals(from) ? posting.of(to) : posting);
  }

  /// Seals what is at hand and returns it for writing.
  Block seal() {
    closings.sort((a, b) -> Long.compare(a.account(), b.account()));
    List<byte[]> content = new ArrayList<>();
    accounts.forEach(account -> content.add(account.leaf()));
    postings.forEach(posting -> content.add(posting.leaf()));
    closings.forEach(closing -> content.add(closing.leaf()));
    leaves = List.copyOf(content);
    byte[] root = Rfc6962.treeHash(content);
    byte[] hash = hash(root);
    last =
        new BlockHeader(
            last.number() + 1,
            last.hash(),
            now,
            postingCount,
            allAccounts.size(),
            postings.size(),
            accounts.size(),
            closings.size(),
            root,
            hash,
            key.id(),
            key.sign(hash));
    keys.put(key.id(), key);
    firstUsed.putIfAbsent(key.id(), now);
    postings.forEach(this::countDays);
    Block block =
        new Block(last, List.copyOf(accounts), List.copyOf(postings), List.copyOf(closings));
    accounts.clear();
    postings.clear();
    closings.clear();
    now += 37_000_001;
    return block;
  }

  private byte[] hash(byte[] root) {
    return Hashes.sha256()
        .digest(
            Rows.bytes(out -> {
              out.writeByte(0x42);
              out.writeLong(last.number() + 1);
              out.write(last.hash());
              out.writeLong(now);
              out.writeLong(postingCount);
              out.writeLong(allAccounts.size());
              out.writeInt(postings.size());
              out.writeInt(accounts.size());
              out.writeInt(closings.size());
              out.write(root);
              out.writeUTF(key.id());
            }));
  }

  private void countDays(Rows.Posting posting) {
    Rows.Transfer transfer = posting.transfer();
    LocalDate recordedOn = chinaDay(transfer.recordedAt());
    day(new DayKey(posting.debit(), transfer.occurredOn(), recordedOn))[0] += posting.amount();
    day(new DayKey(posting.credit(), transfer.occurredOn(), recordedOn))[1] += posting.amount();
  }

  private long[] day(DayKey day) {
    return days.computeIfAbsent(day, _ -> new long[2]);
  }

  private long[] total(long account) {
    return totals.computeIfAbsent(account, _ -> new long[2]);
  }

  static LocalDate chinaDay(long micros) {
    return Times.instant(micros).atZone(CHINA).toLocalDate();
  }

  static Move move(long from, long to, long amount) {
    return new Move(from, to, amount);
  }

  /// An amount from one account to another.
  record Move(long from, long to, long amount) {}

  /// What a block covers, with its header.
  record Block(
      BlockHeader header,
      List<Rows.Account> accounts,
      List<Rows.Posting> postings,
      List<Rows.Closing> closings) {}

  /// A row of `ledger_day` without its totals.
  record DayKey(long account, LocalDate occurredOn, LocalDate recordedOn) {}
}
