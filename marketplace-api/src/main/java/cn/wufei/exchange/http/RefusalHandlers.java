package cn.wufei.exchange.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// Sends our own exceptions to the [ProblemHandler].
@Factory
class RefusalHandlers {

  private final ErrorResponseProcessor<?> problems;

  RefusalHandlers(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Singleton
  ExceptionHandler<RefusedException, HttpResponse<?>> refused() {
    return (request, exception) ->
        problems.processResponse(
            ErrorContext.builder(request).cause(exception).build(),
            HttpResponse.status(Responses.statusOf(exception.refused().refusal().kind())));
  }

  @Singleton
  ExceptionHandler<HeaderProblem, HttpResponse<?>> header() {
    return (request, exception) ->
        problems.processResponse(
            ErrorContext.builder(request).cause(exception).build(),
            HttpResponse.status(HttpStatus.valueOf(exception.status())));
  }
}
