package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import java.time.YearMonth;

/// The tonnes of one stream that went from one kind of account to another in one month.
///
/// @param side which of the two accounts is the stream's own
/// @param fromOldStock whether they were generated before the year in which they moved. Old stock
///   that makes good what left unrecorded in the year of the fact is old to the stream that gives
///   it and of this year to the one that takes it: what left was not counted as old
public record Flow(
    Id stream,
    AccountKind from,
    AccountKind to,
    Side side,
    boolean fromOldStock,
    YearMonth month,
    long kg) {

  /// Between two accounts of the stream itself.
  public Flow(
      Id stream, AccountKind from, AccountKind to, boolean fromOldStock, YearMonth month, long kg) {
    this(stream, from, to, Side.BOTH, fromOldStock, month, kg);
  }

  public boolean gives() {
    return side != Side.TAKES;
  }

  public boolean takes() {
    return side != Side.GIVES;
  }

  /// What processing makes of one stream and another one has, and what is moved between sites, is
  /// one posting between two streams: each has its half.
  public enum Side {
    BOTH,
    /// The stream gives to another one.
    GIVES,
    /// The stream takes from another one.
    TAKES
  }
}
