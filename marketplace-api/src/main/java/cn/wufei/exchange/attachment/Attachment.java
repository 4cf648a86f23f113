package cn.wufei.exchange.attachment;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A file that belongs to something.
///
/// @param organisationId who has attached it
/// @param name as it was named where it came from
/// @param mediaType what its content is: `application/pdf`, `image/jpeg` or `image/png`
/// @param sha256 of its content, in hexadecimal digits
@Serdeable
@Schema(name = "Attachment")
public record Attachment(
    Id id,
    Id organisationId,
    String name,
    String mediaType,
    long sizeBytes,
    String sha256,
    Instant attachedAt) {

  /// What a file belongs to.
  ///
  /// @param kind of the thing, as the audit names it
  public record Subject(String kind, Id id) {}
}
