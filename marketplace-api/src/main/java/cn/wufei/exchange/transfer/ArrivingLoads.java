package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Takes hold of a load that the buyer is about to receive or refuse.
@Singleton
class ArrivingLoads {

  private final LoadStore store;
  private final Balances balances;

  ArrivingLoads(LoadStore store, Balances balances) {
    this.store = store;
    this.balances = balances;
  }

  /// Checked in this order: the caller is a party, it is the buyer, the load is on its way, the
  /// version is the present one. A second receipt is therefore told that the load has ended, not
  /// that its version is stale.
  Outcome<LoadRow> lock(Caller caller, Id id, long version) {
    return check(caller, store.lockLoad(id), version);
  }

  /// The same for a load that is held, or is not there.
  static Outcome<LoadRow> check(Caller caller, @Nullable LoadRow row, long version) {
    if (row == null || !row.route().isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!row.route().buyerId().equals(caller.organisationId())) {
      return Outcome.refused(LoadRefusal.NOT_THE_BUYER);
    }
    if (row.status() != LoadStatus.IN_TRANSIT) {
      return Outcome.refused(LoadRefusal.LOAD_NOT_IN_TRANSIT);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  /// The postings that empty the load's transit accounts.
  LoadMoves moves(LoadRow load) {
    AccountKey unreconciled =
        AccountKey.stock(
            AccountKind.UNRECONCILED, load.route().origin(), LoadMoves.yearOfDispatch(load));
    return new LoadMoves(load, -balances.of(unreconciled));
  }
}
