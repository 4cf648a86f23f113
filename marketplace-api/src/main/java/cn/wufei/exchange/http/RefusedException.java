package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Outcome;

/// Carries a refusal from a controller to the one place that renders it, and makes the surrounding
/// transaction roll back on its way. Use cases answer with [Outcome] and never throw it.
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome.Refused<?> refused;

  RefusedException(Outcome.Refused<?> refused) {
    super(refused.refusal().code(), null, false, false);
    this.refused = refused;
  }

  Outcome.Refused<?> refused() {
    return refused;
  }
}
