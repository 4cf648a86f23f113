package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Move;
import java.util.ArrayList;
import java.util.List;

/// The postings that empty a load's transit accounts.
///
/// What was accepted goes to the receiver's heap. What was returned first clears what left beyond
/// the recorded stock in the year of dispatch, whichever load that was: had this one not left, the
/// others would have had its stock. The rest lies in the yard. What the two scales differ by goes
/// to, or comes from, the load's difference account.
final class LoadMoves {

  private final LoadRow load;
  private final AccountKey.Origin origin;
  private final List<Move> moves = new ArrayList<>();
  private long clearableKg;

  /// @param openUnreconciledKg what the stream's unreconciled account of the year of dispatch still
  ///   lacks, as a positive number
  LoadMoves(LoadRow load, long openUnreconciledKg) {
    this.load = load;
    this.origin = load.route().origin();
    this.clearableKg = Math.max(0, openUnreconciledKg);
  }

  List<Move> of(LoadSplit split) {
    split.years().forEach(this::add);
    return List.copyOf(moves);
  }

  private void add(int year, LoadSplit.Part part) {
    AccountKey transit = AccountKey.load(AccountKind.IN_TRANSIT, origin, load.id(), year);
    AccountKey difference = AccountKey.load(AccountKind.DIFFERENCE, origin, load.id(), year);
    if (part.differenceKg() > 0) {
      moves.add(new Move(difference, transit, part.differenceKg()));
    }
    if (part.acceptedKg() > 0) {
      moves.add(new Move(transit, heap(year), part.acceptedKg()));
    }
    long clearKg = year == yearOfDispatch(load) ? Math.min(part.returnedKg(), clearableKg) : 0;
    if (clearKg > 0) {
      moves.add(
          new Move(transit, AccountKey.stock(AccountKind.UNRECONCILED, origin, year), clearKg));
      clearableKg -= clearKg;
    }
    if (part.returnedKg() > clearKg) {
      moves.add(
          new Move(
              transit,
              AccountKey.stock(AccountKind.ON_HAND, origin, year),
              part.returnedKg() - clearKg));
    }
    if (part.differenceKg() < 0) {
      moves.add(new Move(transit, difference, -part.differenceKg()));
    }
  }

  private AccountKey heap(int year) {
    LoadRow.Route route = load.route();
    return AccountKey.received(
        AccountKind.HEAP,
        route.buyerId(),
        route.buyerSiteId(),
        route.materialKey(),
        route.streamId(),
        year);
  }

  /// The year whose unreconciled account the load drew on.
  static int yearOfDispatch(LoadRow load) {
    return LocalCalendar.dayOf(load.origin().at()).getYear();
  }
}
