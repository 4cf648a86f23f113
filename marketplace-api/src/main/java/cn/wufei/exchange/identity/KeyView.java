package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A key as its firm's administrators see it. The secret is not in it and cannot be asked for.
///
/// @param memberId what the key's acts are recorded under
/// @param role its scope: `reader`, `gate` or `trader`
/// @param hint the last four characters of the secret, to tell keys apart
/// @param status `active`, `expired` or `revoked`
/// @param createdBy the name of who made it
/// @param expiresOn the last day on which it works, in China Standard Time
/// @param lastUsedAt to the minute
@Serdeable
@Schema(name = "Key")
record KeyView(
    Id id,
    Id memberId,
    String name,
    String role,
    String hint,
    String status,
    String createdBy,
    Instant createdAt,
    LocalDate expiresOn,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /// A key with its secret, which is said this once.
  @Serdeable
  @Schema(name = "KeyWithSecret")
  record WithSecret(KeyView key, String secret) {

    /// Never shows the secret.
    @Override
    public String toString() {
      return "WithSecret[" + key.id() + "]";
    }
  }
}
