package cn.wufei.exchange.deal;

import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.listing.Lots;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Agreements for the features that build on them: loads leave under an agreement and change what
/// it still promises.
@Singleton
@Connectable
public class Agreements {

  private final AgreementStore store;
  private final AgreementViews views;
  private final Lots lots;
  private final Demands demands;

  Agreements(AgreementStore store, AgreementViews views, Lots lots, Demands demands) {
    this.store = store;
    this.views = views;
    this.lots = lots;
    this.demands = demands;
  }

  public @Nullable Agreement find(Id id) {
    AgreementRow row = store.find(id);
    return row == null ? null : views.of(row);
  }

  /// The agreement, held until the transaction ends.
  public @Nullable Agreement hold(Id id) {
    AgreementRow row = store.lockAgreement(id);
    return row == null ? null : views.of(row);
  }

  /// Those that exist, by id.
  public Map<Id, Agreement> findAll(Collection<Id> ids) {
    Map<Id, Agreement> found = new LinkedHashMap<>();
    views
        .ofAll(ids.isEmpty() ? List.of() : store.findAll(ids))
        .forEach(agreement -> found.put(agreement.id(), agreement));
    return found;
  }

  /// A piece of those that the caller may see, newest first.
  public List<Agreement> page(Caller caller, @Nullable Id before, int limit) {
    return views.ofAll(store.page(caller, null, before, limit));
  }

  /// Whose scale governs under each of the agreements that exist.
  public Map<Id, Side> governingScales(Collection<Id> ids) {
    Map<Id, Side> found = new LinkedHashMap<>();
    store.findAll(ids).forEach(row -> found.put(row.id(), row.terms().governingScale()));
    return found;
  }

  /// Counts a change of agreements whose loads moved on while their promises stayed: their lots and
  /// demands have not changed.
  public void loadsMovedOn(Collection<Id> ids) {
    store.raiseVersions(ids);
  }

  /// The stream of each agreement on one of the streams.
  public Map<Id, Id> streamsByAgreement(Collection<Id> streams) {
    return streams.isEmpty() ? Map.of() : store.streamsByAgreement(streams);
  }

  /// Whether two organisations ever agreed on anything, whoever sold.
  public boolean anyBetween(Id one, Id other) {
    return store.anyBetween(one, other);
  }

  /// Whether the caller is one of the two parties, or sees all as an authority.
  public static boolean maySee(Caller caller, Agreement agreement) {
    return caller.maySee(agreement.seller().id()) || caller.maySee(agreement.buyer().id());
  }

  /// What a load of that net weight does to the promise: the reservation is fulfilled as far as it
  /// reaches, over-delivery is issued and fulfilled at once. The figures are those of the agreement
  /// given, which must have been read in the posting write.
  public static Loading load(Agreement agreement, long netKg) {
    Commitment.Loading loading = commitment(agreement).load(netKg);
    List<Move> moves = new ArrayList<>();
    add(moves, reserved(agreement), fulfilled(agreement), loading.fromReservedKg());
    add(moves, ofLot(AccountKind.ISSUED, agreement), fulfilled(agreement), loading.issuedKg());
    return new Loading(moves, loading.beyondAgreementKg());
  }

  /// What tonnes that came back do to the promise.
  public static List<Move> giveBack(Agreement agreement, long kg) {
    Commitment.Return back =
        commitment(agreement).giveBack(kg, agreement.status() == AgreementStatus.ACTIVE);
    List<Move> moves = new ArrayList<>();
    add(moves, fulfilled(agreement), reserved(agreement), back.toReservedKg());
    add(moves, fulfilled(agreement), ofLot(AccountKind.RELEASED, agreement), back.toReleasedKg());
    return moves;
  }

  /// What it does to the promise that a load turns out to have fulfilled that much more; less when
  /// negative.
  public static List<Move> restate(Agreement agreement, long moreKg) {
    return moreKg >= 0 ? load(agreement, moreKg).moves() : giveBack(agreement, -moreKg);
  }

  /// What has to be reserved besides when another quantity is agreed on; what is freed when
  /// negative. The quantity must not lie below what was loaded.
  public static long moreReservedKg(Agreement agreement, long quantityKg) {
    return quantityKg == agreement.quantityKg()
        ? 0
        : quantityKg - agreement.fulfilledKg() - agreement.reservedKg();
  }

  /// How much of a load that turns out to weigh `netKg` goes beyond the agreement's tolerance.
  ///
  /// @param fulfilledByItKg what it counts for in what the agreement given says is fulfilled
  public static long beyondAgreementKg(Agreement agreement, long netKg, long fulfilledByItKg) {
    return new Commitment(
            agreement.quantityKg(),
            agreement.tolerancePct(),
            agreement.reservedKg(),
            agreement.fulfilledKg() - fulfilledByItKg)
        .load(netKg)
        .beyondAgreementKg();
  }

  /// The most that still counts as delivery of a quantity under an agreement.
  public static long withToleranceKg(Agreement agreement, long kg) {
    return Commitment.withTolerance(kg, agreement.tolerancePct());
  }

  /// The frameworks that a buyer has and that have not ended, oldest first.
  public List<Agreement> activeFrameworks(Id buyer) {
    return views.ofAll(store.activeFrameworks(buyer));
  }

  /// Brings an agreement and its lot and demand in line with what the ledger now says of them. Call
  /// it in the transaction of every posting that moved the agreement's accounts.
  public Agreement refresh(Id id) {
    AgreementRow row = store.lockAgreement(id);
    if (row == null) {
      throw new IllegalArgumentException("no such agreement: " + id);
    }
    AgreementRow changed = row.next();
    store.update(changed);
    refreshNeighbours(changed);
    return views.of(changed);
  }

  void refreshNeighbours(AgreementRow row) {
    lots.refresh(row.parties().lotId());
    Id demand = row.parties().demandId();
    if (demand != null) {
      demands.refresh(demand);
    }
  }

  private static Commitment commitment(Agreement agreement) {
    return new Commitment(
        agreement.quantityKg(),
        agreement.tolerancePct(),
        agreement.reservedKg(),
        agreement.fulfilledKg());
  }

  private static AccountKey reserved(Agreement agreement) {
    return AccountKey.commitment(AccountKind.RESERVED, agreement.seller().id(), agreement.id());
  }

  private static AccountKey fulfilled(Agreement agreement) {
    return AccountKey.commitment(AccountKind.FULFILLED, agreement.seller().id(), agreement.id());
  }

  private static AccountKey ofLot(AccountKind kind, Agreement agreement) {
    return AccountKey.commitment(kind, agreement.seller().id(), agreement.lotId());
  }

  private static void add(List<Move> moves, AccountKey from, AccountKey to, long kg) {
    if (kg > 0) {
      moves.add(new Move(from, to, kg));
    }
  }

  /// @param beyondAgreementKg how much of the load goes beyond the agreement's tolerance
  public record Loading(List<Move> moves, long beyondAgreementKg) {}
}
