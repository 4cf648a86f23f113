package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

@Serdeable
@Schema(name = "Member")
record MemberView(
    Id id,
    String login,
    String name,
    String role,
    boolean active,
    Instant createdAt,
    long version) {

  static MemberView of(Member row) {
    return new MemberView(
        row.id(),
        row.login(),
        row.name(),
        row.role(),
        row.active(),
        row.createdAt(),
        row.version());
  }
}
