package cn.wufei.exchange.http;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
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

/// Names wrong inputs in the terms of the request: `quantityKg`, `qualities[0].min`, `limit`; the
/// empty path is the body as a whole.
public final class FieldProblems {

  private static final String WHOLE_BODY = "";
  private static final Pattern UNKNOWN_PROPERTY =
      Pattern.compile("Unknown property \\[([^\\]]+)\\]");

  private FieldProblems() {}

  public static List<Problem.FieldProblem> of(
      Collection<? extends ConstraintViolation<?>> violations) {
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

  static Problem.FieldProblem of(ConversionErrorException conversion) {
    Argument<?> argument = conversion.getArgument();
    if (argument.isAnnotationPresent(Body.class)) {
      return ofBody(conversion);
    }
    return new Problem.FieldProblem(
        argument.getName(), "malformed", "This is not a value of the right type.");
  }

  static Problem.FieldProblem missing(Argument<?> argument) {
    return argument.isAnnotationPresent(Body.class)
        ? new Problem.FieldProblem(WHOLE_BODY, "missing", "The request needs a JSON body.")
        : new Problem.FieldProblem(argument.getName(), "missing", "This must be given.");
  }

  /// What the JSON reader stumbled over, without the words of Java that it has for it.
  static Problem.FieldProblem ofBody(Throwable failure) {
    String path = WHOLE_BODY;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SerdeException serde) {
        path = path.isEmpty() ? pathOf(serde.getPath()) : path;
        Matcher unknown = UNKNOWN_PROPERTY.matcher(String.valueOf(serde.getMessage()));
        if (unknown.find()) {
          return new Problem.FieldProblem(
              path.isEmpty() ? unknown.group(1) : path,
              "unknown-property",
              "The API does not know this property.");
        }
      }
    }
    return new Problem.FieldProblem(
        path,
        "malformed",
        path.isEmpty()
            ? "The body is not the JSON that is expected here."
            : "This is not a value of the right type.");
  }

  /// The reader notes the innermost step first.
  private static String pathOf(List<ReferencePath> steps) {
    String text = WHOLE_BODY;
    for (ReferencePath step : steps.reversed()) {
      text =
          switch (step) {
            case CollectionItemReferencePath item -> text + "[" + item.index() + "]";
            case MapItemReferencePath entry -> joined(text, entry.key());
            default -> joined(text, step.getArgument().getName());
          };
    }
    return text;
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
