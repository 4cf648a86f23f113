package planted.kernel;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.util.StringUtils;

/// A kernel value that leans on the framework.
@Introspected
record KernelWithFramework(String text) {

  boolean isEmpty() {
    return StringUtils.isEmpty(text);
  }
}
