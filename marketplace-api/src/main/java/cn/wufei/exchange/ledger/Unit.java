package cn.wufei.exchange.ledger;

/// What an account counts, always in whole numbers.
public enum Unit {
  /// Tonnes promised, in kilograms.
  COMMITMENT_KG,
  /// Tonnes that are physically somewhere, in kilograms.
  MASS_KG,
  /// Money owed, in fen.
  MONEY_FEN;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
