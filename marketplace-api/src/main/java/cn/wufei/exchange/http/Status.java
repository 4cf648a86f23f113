package cn.wufei.exchange.http;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a stranger may know of this installation.
@Serdeable
@Schema(name = "Status")
record Status(
    boolean demo,
    boolean bootstrapped,
    String search,
    String version,
    @Nullable List<DemoAccount> demoAccounts) {

  /// A sign-in that a demonstration offers to everybody.
  @Serdeable
  @Schema(name = "DemoAccount")
  record DemoAccount(
      String login,
      String password,
      String name,
      @Nullable String nameEn,
      String role,
      String organisationName,
      @Nullable String organisationNameEn) {}
}
