package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys with which programs of the caller's firm, such as its ERP system, use this interface. A key
/// goes where an access token does: `Authorization: Bearer wfk_...`. It may do what its role may,
/// but not sign in or out, nor ask `/me`.
@Controller("/api/v1/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("org-admin")
@Tag(name = "Keys")
class KeyController {

  private final CreateKey create;
  private final RevokeKey revoke;
  private final KeyViews views;
  private final Writes writes;

  KeyController(CreateKey create, RevokeKey revoke, KeyViews views, Writes writes) {
    this.create = create;
    this.revoke = revoke;
    this.views = views;
    this.writes = writes;
  }

  /// All keys of the caller's firm, the newest first; also those that no longer work.
  @Get
  Page<KeyView> list(
      Caller caller,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.page(caller.organisationId(), cursor, limit);
  }

  /// Makes a key and says its secret, this once. Other than elsewhere, the answer is not kept for a
  /// request that is repeated with the same `Idempotency-Key`, and the header is not needed: the
  /// secret stands nowhere but in this answer. Whoever has lost the answer revokes the key and
  /// makes another.
  @Post
  HttpResponse<KeyView.WithSecret> create(Caller caller, @Body @Valid NewKey body) {
    return writes.createUnkept(() -> create.handle(caller, body.command()));
  }

  /// Ends a key at once and for good.
  @Post("/{id}/revocation")
  HttpResponse<KeyView> revoke(Id id, Caller caller, HttpRequest<?> request) {
    return writes.act(caller, request, Map.of(), () -> revoke.handle(caller, id));
  }

  /// @param role what the key may do: `reader` reads, `gate` also weighs and receives, `trader`
  ///   also trades
  /// @param expiresOn the last day on which it works, in China Standard Time: from tomorrow to 366
  ///   days from today
  @Serdeable
  @Schema(name = "NewKey")
  record NewKey(
      @NotBlank @Size(max = Inputs.KEY_NAME_MAX) String name,
      @NotNull @Pattern(regexp = "trader|gate|reader") String role,
      @NotNull LocalDate expiresOn) {

    CreateKey.Command command() {
      return new CreateKey.Command(name.strip(), Role.ofCode(role), expiresOn);
    }
  }
}
