package cn.wufei.exchange.http;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names wrong inputs in the terms of the request: `quantityKg`, `qualities[0].min`, `limit`; the
/// empty path is the body as a whole.
final class FieldProblems {

  private static final String WHOLE_BODY = "";
  private static final Pattern UNKNOWN_PROPERTY =
      Pattern.compile("Unknown property \\[([^\\]]+)\\]");
  private static final int MESSAGE_MAX = 300;

  private FieldProblems() {}

  static List<Problem.FieldProblem> of(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(FieldProblems::of)
        .sorted(
            Comparator.comparing(Problem.FieldProblem::path)
                .thenComparing(Problem.FieldProblem::code))
        .toList();
  }

  private static Problem.FieldProblem of(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new Problem.FieldProblem(
        pathOf(violation.getPropertyPath()), kebab(constraint), violation.getMessage());
  }

  /// The path without the Java method and, where a body was taken apart, without the name of the
  /// argument that held it.
  private static String pathOf(Path path) {
    List<Path.Node> nodes = new ArrayList<>();
    path.forEach(nodes::add);
    boolean isInBody = nodes.stream().anyMatch(node -> node.getKind() == ElementKind.PROPERTY);
    StringBuilder text = new StringBuilder();
    for (Path.Node node : nodes) {
      boolean isOfJava =
          node.getKind() == ElementKind.METHOD
              || (isInBody && node.getKind() == ElementKind.PARAMETER);
      if (!isOfJava) {
        append(text, node);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Path.Node node) {
    if (node.getIndex() != null) {
      text.append('[').append(node.getIndex()).append(']');
    }
    String name = node.getName();
    if (name != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
      text.append(text.isEmpty() ? "" : ".").append(name);
    }
  }

  static Problem.FieldProblem of(ConversionErrorException conversion, HttpRequest<?> request) {
    Argument<?> argument = conversion.getArgument();
    if (argument.isAnnotationPresent(Body.class)) {
      return ofBody(conversion, request);
    }
    return new Problem.FieldProblem(
        argument.getName(), "malformed", "This is not a value of the right type.");
  }

  static Problem.FieldProblem missing(Argument<?> argument) {
    return argument.isAnnotationPresent(Body.class)
        ? new Problem.FieldProblem(WHOLE_BODY, "missing", "The request needs a JSON body.")
        : new Problem.FieldProblem(argument.getName(), "missing", "This must be given.");
  }

  /// What the JSON reader stumbled over.
  static Problem.FieldProblem ofBody(Throwable failure, HttpRequest<?> request) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    Matcher unknown = UNKNOWN_PROPERTY.matcher(message);
    if (unknown.find()) {
      return new Problem.FieldProblem(
          unknown.group(1), "unknown-property", "The API does not know this property.");
    }
    return new Problem.FieldProblem(WHOLE_BODY, "malformed", shortened(message));
  }

  private static String shortened(@Nullable String message) {
    String text = message == null ? "" : message;
    return text.length() <= MESSAGE_MAX ? text : text.substring(0, MESSAGE_MAX);
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
