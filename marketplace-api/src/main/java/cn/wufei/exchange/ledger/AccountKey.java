package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Names an account by what it stands for; the account is opened when it is first posted to. Mass
/// accounts carry the origin stream and the year in which the waste was generated to the end of the
/// chain, because the official rate sets used old stock apart.
///
/// @param owner whose promise or whose tonnes they are
/// @param subject the lot, agreement or load, where the account belongs to one
/// @param counterparty the other party of money that is owed
/// @param site where the tonnes lie
/// @param stream the origin stream
/// @param material key of the catalog's material
/// @param generationYear calendar year, in China Standard Time
public record AccountKey(
    AccountKind kind,
    Id owner,
    @Nullable Id subject,
    @Nullable Id counterparty,
    @Nullable Id site,
    @Nullable Id stream,
    @Nullable String material,
    @Nullable Integer generationYear) {

  /// An account of a promise: of a lot (issued, available, released) or of an agreement (reserved,
  /// fulfilled).
  public static AccountKey commitment(AccountKind kind, Id owner, Id subject) {
    require(kind.unit() == Unit.COMMITMENT_KG, kind);
    return new AccountKey(kind, owner, subject, null, null, null, null, null);
  }

  /// An account of a producer's stream in one generation year.
  public static AccountKey stock(AccountKind kind, Origin origin, int generationYear) {
    require(kind.unit() == Unit.MASS_KG, kind);
    return new AccountKey(
        kind,
        origin.owner(),
        null,
        null,
        origin.site(),
        origin.stream(),
        origin.material(),
        generationYear);
  }

  /// The account of another kind for the same tonnes of a producer's stream.
  public AccountKey ofKind(AccountKind other) {
    require(kind.unit() == Unit.MASS_KG && other.unit() == Unit.MASS_KG, other);
    return new AccountKey(
        other, owner, subject, counterparty, site, stream, material, generationYear);
  }

  /// Tonnes of one origin on one load.
  public static AccountKey load(AccountKind kind, Origin origin, Id load, int generationYear) {
    require(kind == AccountKind.IN_TRANSIT || kind == AccountKind.DIFFERENCE, kind);
    return new AccountKey(
        kind,
        origin.owner(),
        load,
        null,
        origin.site(),
        origin.stream(),
        origin.material(),
        generationYear);
  }

  /// Tonnes of one origin in a receiver's heap, or used from it.
  public static AccountKey received(
      AccountKind kind, Id receiver, Id site, String material, Id stream, int generationYear) {
    require(kind == AccountKind.HEAP || kind == AccountKind.USED, kind);
    return new AccountKey(kind, receiver, null, null, site, stream, material, generationYear);
  }

  /// Tonnes that a receiver used without a recorded origin: both sides of such a posting.
  public static AccountKey withoutOrigin(AccountKind kind, Id receiver, Id site, String material) {
    require(kind == AccountKind.HEAP_UNRECONCILED || kind == AccountKind.USED, kind);
    return new AccountKey(kind, receiver, null, null, site, null, material, null);
  }

  /// Money between two parties: what the owner may ask of the counterparty, or holds of it.
  ///
  /// @param subject the agreement, where it belongs to one
  public static AccountKey money(
      AccountKind kind, Id owner, Id counterparty, @Nullable Id subject) {
    require(kind.unit() == Unit.MONEY_FEN, kind);
    return new AccountKey(kind, owner, subject, counterparty, null, null, null, null);
  }

  /// A stream as the origin of tonnes.
  public record Origin(Id owner, Id site, Id stream, String material) {}

  String text() {
    String common =
        String.join(
            "/",
            kind.code(),
            owner.toString(),
            part(subject),
            part(site),
            part(stream),
            part(material),
            part(generationYear));
    return counterparty == null ? common : common + "/" + counterparty;
  }

  private static String part(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static void require(boolean fits, AccountKind kind) {
    if (!fits) {
      throw new IllegalArgumentException("an account of another kind is meant: " + kind);
    }
  }
}
