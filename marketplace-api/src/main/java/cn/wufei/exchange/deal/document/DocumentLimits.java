package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.listing.LotLimits;

/// The bounds of what people type about documents, in characters and days.
final class DocumentLimits {

  static final String SHA256 = "[0-9a-f]{64}";
  static final int PASSWORD_MAX = 200;
  static final int EXTERNAL_NUMBER_MAX = 60;
  static final int REASON_MAX = 1_000;
  static final int NOTE_MAX = 1_000;
  static final int POLLUTION_TERMS_MIN = 10;
  static final int POLLUTION_TERMS_MAX = 4_000;
  static final int PAYMENT_TERMS_MAX = 2_000;
  static final int FILING_REFERENCE_MAX = 120;

  /// All versions of an agreement are read together, those that were given up too.
  static final int VERSIONS_MAX = 100;

  /// Of one version, those that were refused or taken back too.
  static final int PAPERS_MAX = 20;

  /// As long ahead as a lot's window may be.
  static final int DELIVERY_YEARS_MAX = LotLimits.WINDOW_YEARS_MAX;

  /// A paper may have been signed somewhat before the agreement was made here.
  static final int SIGNED_DAYS_BEFORE_MAX = 30;

  /// As of an offer.
  static final long QUANTITY_KG_MIN = 1_000;

  static final long QUANTITY_KG_MAX = 10_000_000_000L;
  static final String PRICE_MIN = "-100000";
  static final String PRICE_MAX = "100000";

  private DocumentLimits() {}
}
