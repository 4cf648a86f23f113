package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A kind of the exchange whose use case fails at one line, as one with a bug does.
final class FailingKind<D> implements ImportKind<D> {

  private final ImportKind<D> real;
  private final String reference;
  private final AtomicInteger failures;
  private final Set<D> failing =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  private FailingKind(ImportKind<D> real, String reference, int failures) {
    this.real = real;
    this.reference = reference;
    this.failures = new AtomicInteger(failures);
  }

  /// @param reference of the line that fails
  /// @param failures how often it does
  static FailingKind<?> of(String kind, String reference, int failures) {
    return of(InHand.bean(ImportKinds.class).find(kind), reference, failures);
  }

  private static <D> FailingKind<D> of(
      @Nullable ImportKind<D> real, String reference, int failures) {
    return new FailingKind<>(Objects.requireNonNull(real), reference, failures);
  }

  @Override
  public About about() {
    return real.about();
  }

  @Override
  public Function<Line, D> reader(Caller caller) {
    Function<Line, D> reader = real.reader(caller);
    String column = columns().getFirst().key();
    return line -> {
      D draft = reader.apply(line);
      if (line.text(column).equals(reference)) {
        failing.add(draft);
      }
      return draft;
    };
  }

  @Override
  public Outcome<Id> create(Caller caller, D draft) {
    Outcome<Id> created = real.create(caller, draft);
    if (failing.contains(draft) && failures.getAndDecrement() > 0) {
      throw new IllegalStateException("a bug");
    }
    return created;
  }

  @Override
  public Outcome<Id> change(Caller caller, Id id, D draft) {
    return real.change(caller, id, draft);
  }

  @Override
  public @Nullable Outcome<Id> existing(Caller caller, D draft) {
    return real.existing(caller, draft);
  }
}
