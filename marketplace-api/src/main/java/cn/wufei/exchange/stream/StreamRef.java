package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A waste stream as other features see it: one kind of waste from one site of one producer.
@Serdeable
public record StreamRef(
    Id id,
    Id organisationId,
    Id siteId,
    String materialKey,
    String classCode,
    @Nullable String code,
    @Nullable String codeScheme,
    String name) {

  /// The stream as the origin of tonnes in the ledger.
  public AccountKey.Origin origin() {
    return new AccountKey.Origin(organisationId, siteId, id, materialKey);
  }
}
