package cn.wufei.exchange.delegation;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.identity.ConfirmPassword;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
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
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Firms that act for others. A member of a firm that acts for another sends that one's id as
/// `Wufei-Acting-For` with each request that is meant for it; the same routes then answer as they
/// answer the other firm's members, within the scope of the delegation and the member's own role.
@Controller("/api/v1/delegations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("org-admin")
@Tag(name = "Delegations")
class DelegationController {

  private final OfferDelegation offer;
  private final AnswerDelegation answer;
  private final SeeDelegations see;
  private final ConfirmPassword confirm;
  private final Writes writes;

  DelegationController(
      OfferDelegation offer,
      AnswerDelegation answer,
      SeeDelegations see,
      ConfirmPassword confirm,
      Writes writes) {
    this.offer = offer;
    this.answer = answer;
    this.see = see;
    this.confirm = confirm;
    this.writes = writes;
  }

  /// The delegations that the caller's firm gave or took on, newest first.
  ///
  /// @param side on which it stands; both where it is left out
  @Get
  Page<Delegation> list(
      Caller caller,
      @QueryValue @Nullable DelegationSide side,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, side, cursor, limit);
  }

  /// For whom the caller's firm acts today, and as what.
  @Get("/acting")
  @Secured("reader")
  Page<SeeDelegations.Acting> acting(Caller caller) {
    return see.working(caller);
  }

  /// What was done under delegations, newest first: who of which firm did what for whom.
  ///
  /// @param side `delegator` for what others did for the caller's firm, `delegate` for what its own
  ///   members did for others
  /// @param organisationId of which other firm only
  @Get("/acts")
  Page<SeeDelegations.Done> acts(
      Caller caller,
      @QueryValue DelegationSide side,
      @QueryValue @Nullable Id organisationId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.done(caller, side, organisationId, cursor, limit);
  }

  /// One delegation, for the two firms that it is between.
  @Get("/{id}")
  Delegation read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Offers another verified firm to act for the caller's. Asks for the password once more; a wrong
  /// one counts as a failed sign-in.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Delegation> offer(
      Caller caller, HttpRequest<?> request, @Body @Valid DelegationDraft draft) {
    ConfirmPassword.Confirmed confirmed =
        Responses.valueOf(confirm.handle(caller, draft.password()));
    return writes.create(
        caller, request, draft.withoutPassword(), () -> offer.handle(caller, confirmed, draft));
  }

  /// The other firm takes it on. Asks for the password once more.
  @Post("/{id}/acceptance")
  HttpResponse<Delegation> accept(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid Acceptance body) {
    Responses.valueOf(confirm.handle(caller, body.password()));
    return writes.act(caller, request, Map.of(), () -> answer.accept(caller, id, version.number()));
  }

  /// The other firm does not want it.
  @Post("/{id}/decline")
  HttpResponse<Delegation> decline(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid Reason body) {
    return close(caller, request, id, version, DelegationAct.DECLINE, body);
  }

  /// Takes an offer back that nobody has answered.
  @Post("/{id}/withdrawal")
  HttpResponse<Delegation> withdraw(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid Reason body) {
    return close(caller, request, id, version, DelegationAct.WITHDRAW, body);
  }

  /// Either firm ends it, with a reason. Nobody acts under it from the next request on.
  @Post("/{id}/ending")
  HttpResponse<Delegation> end(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid Reason body) {
    return close(caller, request, id, version, DelegationAct.END, body);
  }

  private HttpResponse<Delegation> close(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      DelegationAct act,
      Reason body) {
    return writes.act(
        caller,
        request,
        body,
        () -> answer.close(caller, id, version.number(), act, body.reason()));
  }

  /// @param password of the administrator who accepts
  @Serdeable
  @Schema(name = "DelegationAcceptance")
  record Acceptance(@NotBlank @Size(max = DelegationDraft.PASSWORD_MAX) String password) {

    /// Never shows the password.
    @Override
    public String toString() {
      return "Acceptance[]";
    }
  }

  /// @param reason asked for where a delegation that works is ended
  @Serdeable
  @Schema(name = "DelegationReason")
  record Reason(@Nullable @Size(max = DelegationDraft.WORDS_MAX) String reason) {}
}
