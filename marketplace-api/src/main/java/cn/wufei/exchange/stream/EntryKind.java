package cn.wufei.exchange.stream;

import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.TransferKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

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
  DUMPING(TransferKind.DUMPING, AccountKind.DUMPED);

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

  /// Whether it brings tonnes into the yard rather than out of it.
  boolean bringsIn() {
    return this == GENERATION || this == OPENING_STOCK;
  }
}
