package cn.wufei.exchange.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one place where a failure becomes an answer. Every handler of Micronaut ends here, and so do
/// refusals, header problems and the security rules.
@Singleton
@Primary
class ProblemHandler implements ErrorResponseProcessor<Problem> {

  static final String RETRY_AFTER_FACT = "retryAfterSeconds";

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    Throwable cause = context.getRootCause().orElse(null);
    return answer(response, problemOf(cause, response.code(), context.getRequest()));
  }

  private static Problem problemOf(@Nullable Throwable cause, int status, HttpRequest<?> request) {
    return switch (cause) {
      case RefusedException refused -> Problems.ofRefusal(refused.refused());
      case HeaderProblem header -> Problems.ofHeader(header);
      case ConstraintViolationException invalid ->
          Problems.invalid(FieldProblems.of(invalid.getConstraintViolations()));
      case ConversionErrorException conversion when isInPath(conversion.getArgument(), request) ->
          Problems.ofStatus(HttpStatus.NOT_FOUND.getCode());
      case ConversionErrorException conversion ->
          Problems.invalid(List.of(FieldProblems.of(conversion)));
      case UnsatisfiedRouteException unsatisfied ->
          Problems.invalid(List.of(FieldProblems.missing(unsatisfied.getArgument())));
      case null, default ->
          status == HttpStatus.BAD_REQUEST.getCode() && cause != null
              ? Problems.invalid(List.of(FieldProblems.ofBody(cause)))
              : Problems.ofStatus(status);
    };
  }

  /// A path that cannot name anything names nothing: 404, not 400.
  private static boolean isInPath(Argument<?> argument, HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(UriRouteMatch.class::isInstance)
        .map(match -> ((UriRouteMatch<?, ?>) match).getVariableValues())
        .filter(variables -> variables.containsKey(argument.getName()))
        .isPresent();
  }

  private static MutableHttpResponse<Problem> answer(
      MutableHttpResponse<?> response, Problem problem) {
    if (problem.facts() != null && problem.facts().get(RETRY_AFTER_FACT) instanceof Number wait) {
      response.header(HttpHeaders.RETRY_AFTER, wait.toString());
    }
    return response
        .status(problem.status(), problem.title())
        .contentType(Problem.MEDIA_TYPE)
        .body(problem);
  }
}
