package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/// Gives a controller the caller of the request ([Callers]). A method that also answers strangers
/// takes `@Nullable Caller`.
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
    return () -> Callers.of(source);
  }
}
