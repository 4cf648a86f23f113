package cn.wufei.exchange.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Lets the keys of programs be sent where people's access tokens are: `Authorization: Bearer`.
/// What is no key is left to the validator of access tokens, which in turn finds that a key is no
/// token.
@Singleton
class KeyTokenValidator implements TokenValidator<HttpRequest<?>> {

  private final KnownKeys keys;
  private final Scheduler blocking;

  KeyTokenValidator(KnownKeys keys, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.keys = keys;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
    return KnownKeys.isKey(token)
        ? Mono.fromCallable(() -> keys.authenticationOf(token)).subscribeOn(blocking)
        : Mono.empty();
  }
}
