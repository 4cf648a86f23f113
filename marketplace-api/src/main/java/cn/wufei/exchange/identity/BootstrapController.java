package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.Writes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

@Controller("/api/v1/bootstrap")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Session")
class BootstrapController {

  private final BootstrapOperator bootstrapOperator;
  private final FirstSecretFile secretFile;
  private final Writes writes;

  BootstrapController(
      BootstrapOperator bootstrapOperator, FirstSecretFile secretFile, Writes writes) {
    this.bootstrapOperator = bootstrapOperator;
    this.secretFile = secretFile;
    this.writes = writes;
  }

  @Post
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<Me> bootstrap(@Body @Valid Bootstrap body, HttpRequest<?> request) {
    HttpResponse<Me> answer =
        writes.create(
            null, request, body.withoutSecrets(), () -> bootstrapOperator.handle(body.command()));
    secretFile.delete();
    return answer;
  }

  @Serdeable
  record Bootstrap(
      @NotBlank @Size(max = Inputs.SECRET_MAX) String secret,
      @NotNull @Size(min = Inputs.LOGIN_MIN, max = Inputs.LOGIN_MAX) @Pattern(regexp = Inputs.LOGIN)
          String login,
      @NotNull @Size(min = Inputs.PASSWORD_MIN, max = Inputs.PASSWORD_MAX) String password,
      @NotBlank @Size(max = Inputs.PERSON_MAX) String name) {

    BootstrapOperator.Command command() {
      return new BootstrapOperator.Command(secret, login, password, name.strip());
    }

    /// What is remembered of the request: a hash of a password without Argon2id must not lie
    /// anywhere.
    Bootstrap withoutSecrets() {
      return new Bootstrap("", login, "", name);
    }

    /// Never shows the secrets.
    @Override
    public String toString() {
      return "Bootstrap[" + login + "]";
    }
  }
}
