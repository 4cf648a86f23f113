package cn.wufei.exchange.settlement;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Move;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Between business facts and money accounts. A due stands between the seller and the buyer of a
/// trade and has either sign, so a correction or a negative price needs no second account. What
/// somebody paid ahead or lodged stands between payer and holder and is limited.
///
/// Figures are final within a posting write.
@Singleton
public class MoneyMoves {

  private final Balances balances;

  MoneyMoves(Balances balances) {
    this.balances = balances;
  }

  /// Open between a seller and a buyer; negative when the seller owes.
  public long dueFen(Id seller, Id buyer) {
    return balances.of(AccountKey.money(AccountKind.DUE, seller, buyer, null));
  }

  /// What one party owes the other in both directions of trade, each taken by itself: the exchange
  /// does not set one against the other.
  public long owedFen(Id debtor, Id creditor) {
    return Math.max(0, dueFen(creditor, debtor)) + Math.max(0, -dueFen(debtor, creditor));
  }

  public long prepaidFen(Id payer, Id payee) {
    return balances.of(AccountKey.money(AccountKind.PREPAID, payer, payee, null));
  }

  /// Makes an amount due; nothing for nothing.
  public static List<Move> charge(Id seller, Id buyer, long fen) {
    return signed(AccountKind.CHARGED, AccountKind.DUE, seller, buyer, fen);
  }

  /// Takes an amount off a due towards zero.
  ///
  /// @param fen of the sign of the due
  public static List<Move> settle(Id seller, Id buyer, long fen) {
    return signed(AccountKind.DUE, AccountKind.SETTLED, seller, buyer, fen);
  }

  /// Takes at most an amount off what a debtor owes: first for what it bought, then for what it
  /// sold at a negative price.
  public Settling settleOwed(Id debtor, Id creditor, long fen) {
    long bought = Math.min(fen, Math.max(0, dueFen(creditor, debtor)));
    long sold = Math.min(fen - bought, Math.max(0, -dueFen(debtor, creditor)));
    List<Move> moves = new ArrayList<>(settle(creditor, debtor, bought));
    moves.addAll(settle(debtor, creditor, -sold));
    return new Settling(moves, bought + sold);
  }

  /// Money comes to a holder to stay with it.
  ///
  /// @param kind `PREPAID` or `DEPOSIT`
  public static List<Move> lodge(
      AccountKind kind, Id owner, Id holder, @Nullable Id agreement, long fen) {
    return signed(lodged(owner, holder), AccountKey.money(kind, owner, holder, agreement), fen);
  }

  /// It goes back or is used up.
  public static List<Move> takeOut(
      AccountKind kind, Id owner, Id holder, @Nullable Id agreement, long fen) {
    return signed(AccountKey.money(kind, owner, holder, agreement), lodged(owner, holder), fen);
  }

  /// The holder keeps it for good.
  public static List<Move> forfeit(Id owner, Id holder, Id agreement, long fen) {
    return signed(
        AccountKey.money(AccountKind.DEPOSIT, owner, holder, agreement),
        AccountKey.money(AccountKind.FORFEITED, owner, holder, agreement),
        fen);
  }

  private static AccountKey lodged(Id owner, Id holder) {
    return AccountKey.money(AccountKind.LODGED, owner, holder, null);
  }

  private static List<Move> signed(
      AccountKind from, AccountKind to, Id seller, Id buyer, long fen) {
    return signed(
        AccountKey.money(from, seller, buyer, null),
        AccountKey.money(to, seller, buyer, null),
        fen);
  }

  /// A posting moves more than nothing, so a negative amount goes the other way.
  private static List<Move> signed(AccountKey from, AccountKey to, long fen) {
    if (fen == 0) {
      return List.of();
    }
    return List.of(fen > 0 ? new Move(from, to, fen) : new Move(to, from, -fen));
  }

  /// @param settledFen how much of the amount there was a due for
  public record Settling(List<Move> moves, long settledFen) {}
}
