package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Version;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/members")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"org-admin", "operator"})
@Tag(name = "Members")
class MemberController {

  private final AddMember addMember;
  private final DeactivateMember deactivateMember;
  private final MemberViews views;
  private final Writes writes;

  MemberController(
      AddMember addMember, DeactivateMember deactivateMember, MemberViews views, Writes writes) {
    this.addMember = addMember;
    this.deactivateMember = deactivateMember;
    this.views = views;
    this.writes = writes;
  }

  /// The people. Programs that act by a key are listed with the keys.
  @Get
  Page<MemberView> list(
      Caller caller,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.page(caller.organisationId(), cursor, limit);
  }

  @Post
  HttpResponse<MemberView> add(@Body @Valid NewMember body, Caller caller, HttpRequest<?> request) {
    return writes.create(
        caller, request, body.withoutPassword(), () -> addMember.handle(caller, body.command()));
  }

  @Post("/{id}/deactivation")
  HttpResponse<MemberView> deactivate(
      Id id, @IfMatch Version version, Caller caller, HttpRequest<?> request) {
    return writes.act(
        caller, request, Map.of(), () -> deactivateMember.handle(caller, id, version));
  }

  @Serdeable
  record NewMember(
      @NotNull @Size(min = Inputs.LOGIN_MIN, max = Inputs.LOGIN_MAX) @Pattern(regexp = Inputs.LOGIN)
          String login,
      @NotBlank @Size(max = Inputs.PERSON_MAX) String name,
      @NotNull @Pattern(regexp = "org-admin|trader|gate|reader|operator") String role,
      @NotNull @Size(min = Inputs.PASSWORD_MIN, max = Inputs.PASSWORD_MAX) String password) {

    AddMember.Command command() {
      return new AddMember.Command(login, name.strip(), Role.ofCode(role), password);
    }

    /// What is remembered of the request: a hash of a password without Argon2id must not lie
    /// anywhere.
    NewMember withoutPassword() {
      return new NewMember(login, name, role, "");
    }

    /// Never shows the password.
    @Override
    public String toString() {
      return "NewMember[" + login + ", " + role + "]";
    }
  }
}
