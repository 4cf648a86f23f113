package cn.wufei.exchange.correction;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who else has a part in a correction within one organisation.
///
/// @param proposes whether one of them has to propose it instead, so that who proposed it can
///   approve it; otherwise one of them approves it
/// @param names of the first few
@Serdeable
record SecondPerson(boolean proposes, List<String> names) {

  SecondPerson {
    names = List.copyOf(names);
  }

  static @Nullable SecondPerson of(boolean proposes, List<String> names) {
    return names.isEmpty() ? null : new SecondPerson(proposes, names);
  }
}
