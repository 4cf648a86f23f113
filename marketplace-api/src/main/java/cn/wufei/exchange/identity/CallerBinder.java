package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Gives a controller the caller of the request, from the access token. A method that also answers
/// strangers takes `@Nullable Caller`.
@Singleton
class CallerBinder
    implements TypedRequestArgumentBinder<Caller>, PostponedRequestArgumentBinder<Caller> {

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
    Optional<Caller> caller =
        source.getUserPrincipal(Authentication.class).map(CallerBinder::callerOf);
    return () -> caller;
  }

  private static Caller callerOf(Authentication authentication) {
    Map<String, Object> claims = authentication.getAttributes();
    return new Caller(
        Id.parse(authentication.getName()),
        Id.parse(String.valueOf(claims.get(AccessTokens.ORGANISATION))),
        Role.ofCode(String.valueOf(claims.get(AccessTokens.ROLE))));
  }
}
