package cn.wufei.exchange.search;

/// Names of fields that both indices have.
public final class SearchFields {

  public static final String ID = "id";
  public static final String STATUS = "status";
  public static final String ORGANISATION_ID = "organisation.id";
  public static final String ORGANISATION_STATUS = "organisation.status";
  public static final String PUBLISHED = "published";
  public static final String VERIFIED = "verified";
  public static final String SITE_MODES = "site.modes";
  public static final String RADIUS_KM = "delivery.radiusKm";
  public static final String LIMIT_BASIS = "limitBasis";
  public static final String LOCATION = "site.location";
  static final String BOUNDS = "matching.bounds";
  static final String PARAMETERS = "matching.parameters";
  public static final String ADCODE = "site.adcode";
  static final String SALE_METHOD = "saleMethod";
  static final String QUANTITY_KIND = "quantityKind";
  static final String USE = "use";
  static final String PUBLISHED_AT = "publishedAt";

  private SearchFields() {}
}
