package cn.wufei.exchange.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What became of a request that was well-formed: done with a value, or refused with a reason. A
/// refused use case leaves nothing written.
public sealed interface Outcome<T> {

  /// It was done.
  record Done<T>(T value) implements Outcome<T> {}

  /// It was not done. `field` is the JSON path of the input that the reason is about, `facts` are
  /// figures that help the caller to do better, such as the tonnes still available.
  record Refused<T>(Refusal refusal, @Nullable String field, Map<String, Object> facts)
      implements Outcome<T> {

    public Refused {
      facts = Map.copyOf(facts);
    }

    public Refused<T> at(String path) {
      return new Refused<>(refusal, path, facts);
    }

    public Refused<T> with(String key, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(facts);
      more.put(key, value);
      return new Refused<>(refusal, field, more);
    }

    /// The same refusal as the outcome of something that would have given another type.
    public <R> Refused<R> as() {
      return new Refused<>(refusal, field, facts);
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /// What was looked for, or that there is nothing that the caller may see.
  static <T> Outcome<T> found(@Nullable T value) {
    return value == null ? refused(CommonRefusal.NOT_FOUND) : done(value);
  }

  static <T> Refused<T> refused(Refusal refusal) {
    return new Refused<>(refusal, null, Map.of());
  }

  static <T> Refused<T> refused(Refusal refusal, String field) {
    return new Refused<>(refusal, field, Map.of());
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(T value) -> done(change.apply(value));
      case Refused<T> refused -> refused.as();
    };
  }

  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T> refused -> refused.as();
    };
  }
}
