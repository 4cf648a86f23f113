package cn.wufei.exchange.delegation;

import cn.wufei.exchange.identity.ActingRights;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Under which delegation somebody acts now. Asked of the database each time and kept nowhere, so
/// that an end holds from the next request on, on every instance.
@Singleton
class LiveDelegations implements ActingRights {

  private static final String VERIFIED = "verified";

  private final DelegationStore store;
  private final Organisations organisations;
  private final Clock clock;

  LiveDelegations(DelegationStore store, Organisations organisations, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.clock = clock;
  }

  /// Nothing where there is none today, or one of the two firms may not trade.
  @Connectable
  @Nullable DelegationRow find(Id delegator, Id delegate) {
    DelegationRow row = store.working(delegator, delegate, LocalCalendar.dayOf(Instant.now(clock)));
    if (row == null) {
      return null;
    }
    Map<Id, OrganisationRef> firms = organisations.findAll(List.of(delegator, delegate));
    return mayTrade(firms.get(delegator)) && mayTrade(firms.get(delegate)) ? row : null;
  }

  @Override
  public boolean stillActs(Caller caller) {
    Caller.Delegate delegate = caller.delegate();
    if (delegate == null) {
      return true;
    }
    DelegationRow row = find(caller.organisationId(), delegate.organisationId());
    return row != null && row.id().equals(delegate.delegationId());
  }

  static boolean mayTrade(@Nullable OrganisationRef firm) {
    return firm != null && firm.status().equals(VERIFIED);
  }
}
