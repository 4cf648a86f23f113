package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is signed in.
@Serdeable
@Schema(name = "Me")
record Me(Id memberId, String login, String name, String role, MyOrganisation organisation) {

  static Me of(Member member, Organisation organisation) {
    return new Me(
        member.id(),
        member.login(),
        member.name(),
        member.role(),
        new MyOrganisation(
            organisation.id(),
            organisation.uscc(),
            organisation.name(),
            organisation.nameEn(),
            organisation.kind(),
            organisation.status(),
            organisation.demo(),
            organisation.adcode()));
  }

  @Serdeable
  @Schema(name = "MyOrganisation")
  record MyOrganisation(
      Id id,
      @Nullable String uscc,
      String name,
      @Nullable String nameEn,
      String kind,
      String status,
      boolean demo,
      String adcode) {}
}
