package cn.wufei.exchange.delegation;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delegation to offer.
///
/// @param scopes what the other firm may do; reading is in each
/// @param firstDay in China Standard Time: today, or at most 90 days ahead
/// @param lastDay at most three years after the first
/// @param password of the administrator who offers it
@Serdeable
@Schema(name = "DelegationDraft")
record DelegationDraft(
    @NotNull Id delegateId,
    @NotEmpty @Size(max = 6) List<@NotNull DelegationScope> scopes,
    @NotNull LocalDate firstDay,
    @NotNull LocalDate lastDay,
    @Nullable @Size(max = DelegationDraft.WORDS_MAX) String note,
    @NotBlank @Size(max = DelegationDraft.PASSWORD_MAX) String password) {

  static final int WORDS_MAX = 500;
  static final int PASSWORD_MAX = 200;

  DelegationDraft {
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }

  /// What is remembered of the request: a hash of a password without Argon2id must not lie
  /// anywhere.
  DelegationDraft withoutPassword() {
    return new DelegationDraft(delegateId, scopes, firstDay, lastDay, note, "");
  }

  /// Never shows the password.
  @Override
  public String toString() {
    return "DelegationDraft[" + delegateId + ", " + scopes + "]";
  }
}
