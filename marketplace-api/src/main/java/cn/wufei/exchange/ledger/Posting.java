package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.chain.Leaves;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Posts drafts one after another onto the balances of a block, and gathers the rows and leaves.
final class Posting {

  private final Block block;
  private final Map<AccountKey, Slot> slots;
  private final Entries entries = new Entries();
  private final Map<String, Done> done = new HashMap<>();
  private final Set<Id> reversed = new HashSet<>();

  /// @param slots every account that the drafts name
  Posting(Block block, Map<AccountKey, Slot> slots) {
    this.block = block;
    this.slots = slots;
  }

  Entries entries() {
    return entries;
  }

  /// Posts the draft, whose times are good and whose reference no earlier transfer has.
  Outcome<Transfer> post(TransferDraft draft) {
    Done twin = done.get(draft.reference());
    if (twin != null) {
      return twin.draft().equals(draft)
          ? Outcome.done(twin.transfer())
          : Outcome.refused(LedgerRefusal.REFERENCE_REUSED);
    }
    if (draft.reverses() != null && reversed.contains(draft.reverses())) {
      return Outcome.refused(LedgerRefusal.ALREADY_REVERSED);
    }
    Map<Slot, Long> change = new LinkedHashMap<>();
    for (Move move : draft.moves()) {
      change.merge(slot(move.from()), -move.amount(), Math::addExact);
      change.merge(slot(move.to()), move.amount(), Math::addExact);
    }
    for (Slot slot : change.keySet()) {
      if (slot.isClosed()) {
        return refused(LedgerRefusal.ACCOUNT_CLOSED, slot);
      }
    }
    for (Map.Entry<Slot, Long> entry : change.entrySet()) {
      Slot slot = entry.getKey();
      if (slot.key().kind().limited() && slot.held() + entry.getValue() < 0) {
        return refused(LedgerRefusal.ACCOUNT_SHORT, slot);
      }
    }
    Transfer transfer = record(draft);
    if (draft.reverses() != null) {
      reversed.add(draft.reverses());
    }
    done.put(draft.reference(), new Done(draft, transfer));
    return Outcome.done(transfer);
  }

  private Transfer record(TransferDraft draft) {
    Instant recordedAt = block.recordedAt();
    // What happened while its block was open happened, for the ledger, when it was opened.
    Instant occurredAt = draft.occurredAt().isAfter(recordedAt) ? recordedAt : draft.occurredAt();
    var row =
        new Leaves.Transfer(
            Id.next(),
            draft.kind().code(),
            draft.reference(),
            draft.organisation(),
            draft.subject(),
            occurredAt,
            LocalCalendar.dayOf(occurredAt),
            recordedAt,
            draft.reverses());
    block.countTransfer();
    entries.transfers().add(row);
    int line = 0;
    for (Move move : draft.moves()) {
      add(row, ++line, move);
    }
    return new Transfer(row.id(), draft.kind(), draft.reference(), occurredAt, recordedAt);
  }

  private void add(Leaves.Transfer transfer, int line, Move move) {
    Slot debited = open(slot(move.to()));
    Slot credited = open(slot(move.from()));
    debited.balance().debit(move.amount());
    credited.balance().credit(move.amount());
    entries.balances().put(debited.id(), debited.balance());
    entries.balances().put(credited.id(), credited.balance());
    var posting =
        new Leaves.Posting(
            block.nextPosting(),
            line,
            move.to().kind().unit().code(),
            debited.id(),
            credited.id(),
            move.amount(),
            debited.held(),
            credited.held());
    entries.lines().add(new Entries.Line(transfer.id(), posting));
    block.sealPosting(Leaves.content(posting, transfer));
  }

  private Slot open(Slot slot) {
    if (!slot.isOpen()) {
      AccountKey key = slot.key();
      var row =
          new Leaves.Account(
              block.nextAccount(),
              Id.next(),
              slot.text(),
              key.kind().unit().code(),
              key.kind().code(),
              key.owner(),
              key.subject(),
              key.counterparty(),
              key.site(),
              key.stream(),
              key.material(),
              key.generationYear(),
              key.kind().limited(),
              block.recordedAt());
      Balance balance = Balance.ofNew(key.kind());
      slot.found(row.id(), balance);
      entries.accounts().add(row);
      block.opened().put(slot.text(), row.id());
      block.balances().put(row.id(), balance);
      block.sealAccount(Leaves.content(row));
    }
    return slot;
  }

  private Slot slot(AccountKey key) {
    return Objects.requireNonNull(slots.get(key));
  }

  private static Outcome<Transfer> refused(LedgerRefusal refusal, Slot slot) {
    return Outcome.<Transfer>refused(refusal).with("account", slot.key().kind().code());
  }

  private record Done(TransferDraft draft, Transfer transfer) {}
}
