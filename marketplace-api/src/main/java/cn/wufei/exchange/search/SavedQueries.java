package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.validation.validator.Validator;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the text of a saved search as the search itself would be read.
@Singleton
class SavedQueries {

  private static final int PARAMETERS_MAX = 500;
  private static final String SORT = "sort";

  private final ConversionService conversion;
  private final Validator validator;

  SavedQueries(ConversionService conversion, Validator validator) {
    this.conversion = conversion;
    this.validator = validator;
  }

  /// The search, or a refusal that names the parameter that cannot be read.
  Outcome<SearchRequest> read(Target target, String query) {
    Map<String, List<String>> given;
    try {
      given =
          new QueryStringDecoder(query, StandardCharsets.UTF_8, false, PARAMETERS_MAX).parameters();
    } catch (IllegalArgumentException _) {
      return refused("");
    }
    BeanIntrospection<SearchRequest> shape =
        BeanIntrospection.getIntrospection(SearchRequest.class);
    Argument<?>[] arguments = shape.getConstructorArguments();
    Set<String> unknown = new HashSet<>(given.keySet());
    unknown.remove(SORT);
    Arrays.stream(arguments).map(Argument::getName).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      return refused(unknown.iterator().next());
    }
    if (given.containsKey(SORT) && valueOf(given, Argument.of(SearchSort.class, SORT)) == null) {
      return refused(SORT);
    }
    @Nullable Object[] values = new @Nullable Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      values[i] = valueOf(given, arguments[i]);
      if (values[i] == null && given.containsKey(arguments[i].getName())) {
        return refused(arguments[i].getName());
      }
    }
    SearchRequest request = shape.instantiate(false, values);
    String misplaced = request.misplacedIn(target);
    if (misplaced != null) {
      return refused(misplaced);
    }
    return validator.validate(request).stream()
        .findFirst()
        .map(violation ->
            SavedQueries.<SearchRequest>refused(
                violation.getPropertyPath().iterator().next().getName()))
        .orElseGet(() -> Outcome.done(request));
  }

  private @Nullable Object valueOf(Map<String, List<String>> given, Argument<?> argument) {
    List<String> texts = given.get(argument.getName());
    if (texts == null) {
      return null;
    }
    Object text = List.class.isAssignableFrom(argument.getType()) ? texts : texts.getFirst();
    return conversion.convert(text, ConversionContext.of(argument)).orElse(null);
  }

  private static <T> Outcome<T> refused(@Nullable String parameter) {
    return Outcome.<T>refused(SearchRefusal.SAVED_QUERY_INVALID, "query")
        .with("parameter", parameter == null ? "" : parameter);
  }
}
