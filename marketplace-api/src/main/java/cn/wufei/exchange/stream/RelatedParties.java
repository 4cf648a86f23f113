package cn.wufei.exchange.stream;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Settles who a related party is, so that an entry keeps a name whoever it was.
@Singleton
class RelatedParties {

  private final Organisations organisations;

  RelatedParties(Organisations organisations) {
    this.organisations = organisations;
  }

  /// Checked in this order: its credit code can be one, the exchange knows the organisation, it is
  /// not the producer itself, by whichever of the three it is named.
  Outcome<Settled> settle(Id producer, @Nullable Counterparty stated) {
    if (stated == null) {
      return Outcome.done(Settled.NOBODY);
    }
    String code = null;
    if (stated.uscc() != null && !stated.uscc().isBlank()) {
      code = organisations.creditCode(stated.uscc());
      if (code == null) {
        return Outcome.refused(StreamRefusal.COUNTERPARTY_USCC_INVALID, "counterparty.uscc");
      }
    }
    Id id = stated.organisationId();
    OrganisationRef organisation = id == null ? null : organisations.find(id);
    if (id != null && organisation == null) {
      return Outcome.refused(StreamRefusal.COUNTERPARTY_UNKNOWN, "counterparty.organisationId");
    }
    if (producer.equals(id)) {
      return Outcome.refused(StreamRefusal.COUNTERPARTY_IS_OWN, "counterparty.organisationId");
    }
    if (code != null && code.equals(organisations.creditCodeOf(producer))) {
      return Outcome.refused(StreamRefusal.COUNTERPARTY_IS_OWN, "counterparty.uscc");
    }
    String name =
        organisation == null ? Objects.requireNonNull(stated.name()).strip() : organisation.name();
    return id == null && name.equals(Objects.requireNonNull(organisations.find(producer)).name())
        ? Outcome.refused(StreamRefusal.COUNTERPARTY_IS_OWN, "counterparty.name")
        : Outcome.done(new Settled(id, name, code));
  }

  /// A related party as an entry keeps it.
  record Settled(@Nullable Id id, @Nullable String name, @Nullable String uscc) {

    static final Settled NOBODY = new Settled(null, null, null);
  }
}
