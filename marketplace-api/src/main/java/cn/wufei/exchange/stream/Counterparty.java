package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A related party: a company of the same group. It need not be on the exchange, so it is named by
/// its organisation here or by its name, with its credit code where that is known.
@Serdeable
@Schema(name = "Counterparty")
record Counterparty(
    @Nullable Id organisationId,
    @Nullable @Size(max = 80) String name,
    @Nullable @Size(max = 18) String uscc) {

  boolean isNamed() {
    return organisationId != null || (name != null && !name.isBlank());
  }
}
