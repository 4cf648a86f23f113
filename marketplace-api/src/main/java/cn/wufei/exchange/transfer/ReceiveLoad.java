package cn.wufei.exchange.transfer;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.Together;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// A load arrived and the receiver accepts all or part of it. What it accepts comes into its heap,
/// divided over the generation years in proportion to what left; what it rejects goes back to the
/// producer, in the ledger with the receipt; the scales' difference is kept on an account of its
/// own, so that nothing of the load stays in transit.
///
/// Rejected tonnes are promised again while the agreement is active ([Agreements#giveBack]); the
/// scales' difference changes no promise.
///
/// Trucks come to a weighbridge one after another, and to a hundred weighbridges at once: receipts
/// are recorded together, with one statement for each table. Loads of which something goes back, or
/// that were corrected since they left, are few, and what they do to promise and yard depends on
/// what the one before did; they are recorded one by one after the others.
@Singleton
class ReceiveLoad implements Together<ReceiveLoad.Command, Load> {

  private final ArrivingLoads arriving;
  private final Agreements agreements;
  private final LoadStore store;
  private final LoadViews views;
  private final WeighingTolerance tolerance;
  private final Reversals reversals;
  private final AuditLog audit;
  private final Clock clock;

  ReceiveLoad(
      ArrivingLoads arriving,
      Agreements agreements,
      LoadStore store,
      LoadViews views,
      WeighingTolerance tolerance,
      Reversals reversals,
      AuditLog audit,
      Clock clock) {
    this.arriving = arriving;
    this.agreements = agreements;
    this.store = store;
    this.views = views;
    this.tolerance = tolerance;
    this.reversals = reversals;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the load can be received by the caller ([ArrivingLoads]), then its
  /// weights and times ([LoadRules]), then what the ledger says.
  @Override
  public List<Outcome<Load>> handleAll(List<Command> commands) {
    Map<Command, Outcome<Load>> outcomes = new HashMap<>();
    List<Command> open = commands;
    while (!open.isEmpty()) {
      // A load that is received twice at once: the second finds what became of the first.
      List<Command> now = new ArrayList<>();
      List<Command> later = new ArrayList<>();
      Set<Id> loads = new HashSet<>();
      open.forEach(command -> (loads.add(command.load()) ? now : later).add(command));
      receive(now, outcomes);
      open = later;
    }
    return commands.stream().map(command -> Objects.requireNonNull(outcomes.get(command))).toList();
  }

  private void receive(List<Command> commands, Map<Command, Outcome<Load>> outcomes) {
    Map<Id, LoadRow> rows = store.lockLoads(commands.stream().map(Command::load).toList());
    Map<Id, Side> scales =
        agreements.governingScales(
            rows.values().stream()
                .map(row -> row.route().agreementId())
                .collect(Collectors.toSet()));
    Instant now = Instant.now(clock);
    List<Arriving> plain = new ArrayList<>();
    List<Arriving> others = new ArrayList<>();
    for (Command command : commands) {
      switch (arriving(command, rows, scales, now)) {
        case Outcome.Done<Arriving>(Arriving load) -> (load.isPlain() ? plain : others).add(load);
        case Outcome.Refused<Arriving> refused -> outcomes.put(command, refused.as());
      }
    }
    receivePlain(plain, outcomes);
    others.forEach(load -> outcomes.put(load.command(), receiveAlone(load)));
  }

  private Outcome<Arriving> arriving(
      Command command, Map<Id, LoadRow> rows, Map<Id, Side> scales, Instant now) {
    return ArrivingLoads.check(command.caller(), rows.get(command.load()), command.version())
        .then(row -> {
          ReceiptDraft draft = command.draft();
          Side scale = scales.get(row.route().agreementId());
          if (scale == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
          }
          var settlement =
              new Settlement(
                  row.origin().netKg(),
                  draft.weighing().netKg(),
                  draft.rejectedKg(),
                  draft.deductedKg(),
                  scale);
          return LoadRules.received(row.origin(), draft.weighing(), settlement, now)
              .map(_ -> new Arriving(command, row, receipt(draft, settlement)));
        });
  }

  private LoadRow.Receipt receipt(ReceiptDraft draft, Settlement settlement) {
    return new LoadRow.Receipt(
        draft.weighing(),
        draft.rejectedKg(),
        settlement.acceptedKg(),
        settlement.settledKg(),
        draft.deductedKg(),
        draft.moisturePct(),
        settlement.isBeyond(tolerance.weighingPct()),
        draft.note());
  }

  private void receivePlain(List<Arriving> loads, Map<Command, Outcome<Load>> outcomes) {
    if (loads.isEmpty()) {
      return;
    }
    Map<Id, SequencedMap<Integer, Long>> origins =
        store.originsByYear(loads.stream().map(load -> load.row().id()).toList());
    List<Outcome<Transfer>> told =
        reversals.tellFirst(
            TransferKind.LOAD_RECEIVED,
            loads.stream()
                .map(load -> telling(load, Objects.requireNonNull(origins.get(load.row().id()))))
                .toList());
    List<Arriving> received = new ArrayList<>();
    for (int i = 0; i < loads.size(); i++) {
      if (told.get(i) instanceof Outcome.Refused<Transfer> refused) {
        outcomes.put(loads.get(i).command(), refused.as());
      } else {
        received.add(loads.get(i));
      }
    }
    List<Load> views = keep(received);
    agreements.loadsMovedOn(
        received.stream()
            .map(load -> load.row().route().agreementId())
            .collect(Collectors.toSet()));
    for (int i = 0; i < received.size(); i++) {
      outcomes.put(received.get(i).command(), Outcome.done(views.get(i)));
    }
  }

  /// Nothing goes back, so what the yard lacks does not matter.
  private static Reversals.Telling telling(Arriving load, SequencedMap<Integer, Long> originKg) {
    LoadRow.Receipt receipt = load.receipt();
    LoadSplit split = LoadSplit.of(originKg, receipt.destination().netKg(), receipt.acceptedKg());
    return load.telling(new LoadMoves(load.row(), 0).of(split));
  }

  private Outcome<Load> receiveAlone(Arriving load) {
    LoadRow row = load.row();
    LoadRow.Receipt receipt = load.receipt();
    Agreement agreement = Objects.requireNonNull(agreements.find(row.route().agreementId()));
    LoadSplit split =
        LoadSplit.of(
            store.originByYear(row.id()), receipt.destination().netKg(), receipt.acceptedKg());
    List<Move> moves = new ArrayList<>(arriving.moves(row).of(split));
    moves.addAll(
        Agreements.giveBack(agreement, Math.min(receipt.rejectedKg(), row.origin().netKg())));
    return reversals
        .tell(
            TransferKind.LOAD_RECEIVED,
            load.command().caller().organisationId(),
            row.id(),
            receipt.destination().at(),
            moves)
        .map(_ -> {
          Load received = keep(List.of(load)).getFirst();
          agreements.refresh(agreement.id());
          return received;
        });
  }

  private List<Load> keep(List<Arriving> loads) {
    List<LoadRow> rows = loads.stream().map(Arriving::received).toList();
    store.updateAll(rows);
    audit.recordAll(
        loads.stream()
            .map(load ->
                new AuditLog.Act(
                    load.command().caller(),
                    "load-received",
                    "load",
                    load.row().id(),
                    load.facts()))
            .toList());
    return views.ofAll(rows);
  }

  /// A receipt of a load as the caller knows it. Each is only itself: two callers may say the same.
  static final class Command {

    private final Caller caller;
    private final Id load;
    private final long version;
    private final ReceiptDraft draft;

    Command(Caller caller, Id load, long version, ReceiptDraft draft) {
      this.caller = caller;
      this.load = load;
      this.version = version;
      this.draft = draft;
    }

    Caller caller() {
      return caller;
    }

    Id load() {
      return load;
    }

    long version() {
      return version;
    }

    ReceiptDraft draft() {
      return draft;
    }
  }

  /// A load that may be received, and what arrived of it.
  private record Arriving(Command command, LoadRow row, LoadRow.Receipt receipt) {

    /// Nothing goes back, and nothing happened to the load since it left.
    boolean isPlain() {
      return receipt.rejectedKg() == 0 && row.version() == LoadRow.FIRST_VERSION;
    }

    LoadRow received() {
      return row.received(receipt);
    }

    Reversals.Telling telling(List<Move> moves) {
      return new Reversals.Telling(
          command.caller().organisationId(), row.id(), receipt.destination().at(), moves);
    }

    Map<String, Object> facts() {
      return Map.of(
          "acceptedKg",
          receipt.acceptedKg(),
          "rejectedKg",
          receipt.rejectedKg(),
          "settledKg",
          receipt.settledKg(),
          "differenceKg",
          receipt.destination().netKg() - row.origin().netKg(),
          "differenceBeyondTolerance",
          receipt.beyondTolerance());
    }
  }
}
