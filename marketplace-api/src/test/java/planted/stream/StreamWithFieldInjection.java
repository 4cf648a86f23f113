package planted.stream;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Lets the framework reach into its fields.
class StreamWithFieldInjection {

  @Inject @Nullable StreamName name;
}
