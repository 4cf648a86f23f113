package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Session")
class SessionController {

  private final SignIn signIn;
  private final RotateRefreshToken rotateRefreshToken;
  private final SignOut signOut;
  private final ShowMe showMe;
  private final RefreshCookie cookies;

  SessionController(
      SignIn signIn,
      RotateRefreshToken rotateRefreshToken,
      SignOut signOut,
      ShowMe showMe,
      RefreshCookie cookies) {
    this.signIn = signIn;
    this.rotateRefreshToken = rotateRefreshToken;
    this.signOut = signOut;
    this.showMe = showMe;
    this.cookies = cookies;
  }

  @Post("/session")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<Session.SessionView> signIn(@Body @Valid Credentials body, HttpRequest<?> request) {
    return answer(signIn.handle(body.login(), body.password()), request);
  }

  @Post("/session/refresh")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<Session.SessionView> refresh(
      @CookieValue(RefreshCookie.NAME) @Nullable String token, HttpRequest<?> request) {
    return answer(rotateRefreshToken.handle(token), request);
  }

  @Delete("/session")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<Void> signOut(
      @CookieValue(RefreshCookie.NAME) @Nullable String token, HttpRequest<?> request) {
    signOut.handle(token, sessionOf(request));
    MutableHttpResponse<Void> answer = HttpResponse.noContent();
    return answer.cookie(cookies.cleared(request));
  }

  @Get("/me")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  Me me(Caller caller) {
    return Responses.valueOf(showMe.handle(caller));
  }

  private HttpResponse<Session.SessionView> answer(
      Outcome<Session> outcome, HttpRequest<?> request) {
    Session session = Responses.valueOf(outcome);
    return HttpResponse.ok(session.view()).cookie(cookies.holding(session, request));
  }

  private static @Nullable Id sessionOf(HttpRequest<?> request) {
    return request
        .getUserPrincipal(Authentication.class)
        .map(authentication -> authentication.getAttributes().get(AccessTokens.SESSION))
        .map(session -> Id.parse(session.toString()))
        .orElse(null);
  }

  @Serdeable
  record Credentials(
      @NotBlank @Size(max = Inputs.LOGIN_MAX) String login,
      @NotBlank @Size(max = Inputs.PASSWORD_MAX) String password) {

    /// Never shows the password.
    @Override
    public String toString() {
      return "Credentials[" + login + "]";
    }
  }
}
