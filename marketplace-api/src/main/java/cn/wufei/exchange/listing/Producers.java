package cn.wufei.exchange.listing;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Outcome;

/// Who offers lots at all.
public final class Producers {

  private Producers() {}

  /// The organisation, when it produces waste.
  public static Outcome<OrganisationRef> require(OrganisationRef organisation) {
    return organisation.kind().startsWith("producer")
        ? Outcome.done(organisation)
        : Outcome.refused(LotRefusal.NOT_A_PRODUCER);
  }
}
