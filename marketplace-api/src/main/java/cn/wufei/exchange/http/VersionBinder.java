package cn.wufei.exchange.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Binds after the filters, so that who has not signed in hears that first.
@Singleton
class VersionBinder
    implements TypedRequestArgumentBinder<Version>, PostponedRequestArgumentBinder<Version> {

  @Override
  public Argument<Version> argumentType() {
    return Argument.of(Version.class);
  }

  @Override
  public BindingResult<Version> bind(
      ArgumentConversionContext<Version> context, HttpRequest<?> source) {
    return () -> Optional.of(Version.of(source));
  }
}
