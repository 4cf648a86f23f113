package cn.wufei.exchange.stream;

import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.TransferKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What a producer records of a stream by itself, without a buyer. The law asks for the ledger of
/// kind, quantity, flow, storage, use and disposal (Solid Waste Law art. 36).
@Serdeable
enum EntryKind {
  @JsonProperty("generation")
  GENERATION(TransferKind.GENERATION, AccountKind.GENERATED),
  @JsonProperty("opening-stock")
  OPENING_STOCK(TransferKind.OPENING_STOCK, AccountKind.OPENING),
  @JsonProperty("own-use")
  OWN_USE(TransferKind.OWN_USE, AccountKind.OWN_USE),
  @JsonProperty("own-disposal")
  OWN_DISPOSAL(TransferKind.OWN_DISPOSAL, AccountKind.OWN_DISPOSAL),
  @JsonProperty("dumping")
  DUMPING(TransferKind.DUMPING, AccountKind.DUMPED),
  /// Handed to a related party for use, without a market deal.
  @JsonProperty("related-transfer")
  RELATED_TRANSFER(TransferKind.RELATED_TRANSFER, AccountKind.RELATED_PARTY),
  /// Used by a related party, as it states.
  @JsonProperty("related-use")
  RELATED_USE(TransferKind.RELATED_USE, AccountKind.RELATED_USE),
  /// To the stream of the same material at another of the organisation's sites.
  @JsonProperty("site-move")
  SITE_MOVE(TransferKind.SITE_MOVE, AccountKind.ON_HAND);

  private final TransferKind transfer;
  private final AccountKind account;

  EntryKind(TransferKind transfer, AccountKind account) {
    this.transfer = transfer;
    this.account = account;
  }

  TransferKind transfer() {
    return transfer;
  }

  /// The account on the other side of the yard.
  AccountKind account() {
    return account;
  }

  /// Whether it is about a company of the same group that is no party of a market deal.
  boolean namesCounterparty() {
    return this == RELATED_TRANSFER || this == RELATED_USE;
  }

  /// Whether it brings tonnes into the yard rather than out of it.
  boolean bringsIn() {
    return this == GENERATION || this == OPENING_STOCK;
  }

  static EntryKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
