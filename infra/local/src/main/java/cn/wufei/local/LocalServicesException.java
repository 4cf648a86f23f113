package cn.wufei.local;

import org.jspecify.annotations.Nullable;

/// A local server cannot be had. The message is one line that says what is wrong and, where there
/// is something to do about it, what to do; it is meant to be shown as it is.
public final class LocalServicesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LocalServicesException(String message) {
    super(message);
  }

  LocalServicesException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
