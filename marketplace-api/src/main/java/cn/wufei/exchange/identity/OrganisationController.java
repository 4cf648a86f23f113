package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
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
import io.micronaut.security.rules.SecurityRule;
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
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/organisations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organisations")
class OrganisationController {

  private final RegisterOrganisation registerOrganisation;
  private final VerifyOrganisation verifyOrganisation;
  private final OrganisationViews views;
  private final Writes writes;

  OrganisationController(
      RegisterOrganisation registerOrganisation,
      VerifyOrganisation verifyOrganisation,
      OrganisationViews views,
      Writes writes) {
    this.registerOrganisation = registerOrganisation;
    this.verifyOrganisation = verifyOrganisation;
    this.views = views;
    this.writes = writes;
  }

  @Post
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<OrganisationView> signUp(
      @Body @Valid SignUp body, @Nullable Caller caller, HttpRequest<?> request) {
    return writes.create(
        caller,
        request,
        body.withoutPassword(),
        () -> registerOrganisation.handle(caller, body.command()));
  }

  @Get
  @Secured({"operator", "audit-industry", "audit-ecology"})
  Page<OrganisationView> list(
      @QueryValue @Nullable @Pattern(regexp = "pending|verified|suspended|rejected") String status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.page(status == null ? null : OrganisationStatus.ofCode(status), cursor, limit);
  }

  @Get("/{id}")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  OrganisationView show(Id id) {
    OrganisationView found = views.find(id);
    return Responses.valueOf(
        found == null ? Outcome.refused(CommonRefusal.NOT_FOUND) : Outcome.done(found));
  }

  @Post("/{id}/verification")
  @Secured({"operator", "audit-industry"})
  HttpResponse<OrganisationView> verify(
      Id id,
      @Body @Valid Verification body,
      @IfMatch Version version,
      Caller caller,
      HttpRequest<?> request) {
    return writes.act(
        caller,
        request,
        body,
        () ->
            verifyOrganisation.handle(
                caller, id, OrganisationStatus.ofCode(body.decision()), body.note(), version));
  }

  @Serdeable
  @Schema(name = "OrganisationSignUp")
  record SignUp(
      @NotBlank @Size(max = Inputs.USCC_TYPED_MAX) String uscc,
      @NotBlank @Size(max = Inputs.NAME_MAX) String name,
      @Nullable @Size(min = 1, max = Inputs.NAME_EN_MAX) String nameEn,
      @NotNull @Pattern(regexp = "producer|receiver|producer-receiver|authority") String kind,
      @NotNull @Pattern(regexp = Inputs.ADCODE) String adcode,
      @Nullable Boolean demo,
      @NotNull @Valid Admin admin) {

    RegisterOrganisation.Command command() {
      OrganisationKind parsedKind = OrganisationKind.ofCode(kind);
      return new RegisterOrganisation.Command(
          Uscc.normalised(uscc),
          name.strip(),
          nameEn,
          parsedKind,
          adcode,
          demo != null && demo,
          admin.login(),
          admin.password(),
          admin.name().strip(),
          admin.role() == null ? Role.ORG_ADMIN : Role.ofCode(admin.role()));
    }

    /// What is remembered of the request: a hash of a password without Argon2id must not lie
    /// anywhere.
    SignUp withoutPassword() {
      return new SignUp(
          uscc,
          name,
          nameEn,
          kind,
          adcode,
          demo,
          new Admin(admin.login(), "", admin.name(), admin.role()));
    }
  }

  @Serdeable
  @Schema(name = "OrganisationAdmin")
  record Admin(
      @NotNull @Size(min = Inputs.LOGIN_MIN, max = Inputs.LOGIN_MAX) @Pattern(regexp = Inputs.LOGIN)
          String login,
      @NotNull @Size(min = Inputs.PASSWORD_MIN, max = Inputs.PASSWORD_MAX) String password,
      @NotBlank @Size(max = Inputs.PERSON_MAX) String name,
      @Nullable @Pattern(regexp = "org-admin|audit-industry|audit-ecology") String role) {

    /// Never shows the password.
    @Override
    public String toString() {
      return "Admin[" + login + "]";
    }
  }

  @Serdeable
  @Schema(name = "OrganisationVerification")
  record Verification(
      @NotNull @Pattern(regexp = "verified|rejected|suspended") String decision,
      @Nullable @Size(max = Inputs.NOTE_MAX) String note) {}
}
