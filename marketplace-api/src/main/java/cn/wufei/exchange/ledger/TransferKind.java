package cn.wufei.exchange.ledger;

import java.util.Locale;

/// Which business fact a transfer records.
public enum TransferKind {
  GENERATION,
  OPENING_STOCK,
  OWN_USE,
  OWN_DISPOSAL,
  DUMPING,
  RELATED_TRANSFER,
  RELATED_USE,
  SITE_MOVE,
  PROCESSING,
  STOCK_TAKE,
  YEAR_END_CLEARING,
  LOT_PUBLISHED,
  LOT_RELEASED,
  AGREEMENT_RESERVED,
  AGREEMENT_RELEASED,
  /// Another quantity was agreed on.
  AGREEMENT_AMENDED,
  LOAD_DISPATCHED,
  LOAD_RECEIVED,
  LOAD_REFUSED,
  USE_REPORTED,
  STATEMENT_AGREED,
  PAYMENT_CONFIRMED,
  DEPOSIT_LODGED,
  DEPOSIT_RELEASED,
  DEPOSIT_FORFEITED,
  DEPOSIT_OFFSET,
  /// Takes an earlier transfer back.
  REVERSAL;

  static TransferKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
