package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.matching.Match;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A side sees what it has dismissed. The other side's dismissals are nobody else's business.
@Singleton
@Connectable
class SeeDismissals {

  /// More than that nobody counts.
  private static final int COUNTED_MAX = 500;

  private final DismissalStore store;
  private final StandingStore standing;
  private final Dismissals dismissals;
  private final SeePairs pairs;
  private final Organisations organisations;

  SeeDismissals(
      DismissalStore store,
      StandingStore standing,
      Dismissals dismissals,
      SeePairs pairs,
      Organisations organisations) {
    this.store = store;
    this.standing = standing;
    this.dismissals = dismissals;
    this.pairs = pairs;
    this.organisations = organisations;
  }

  DismissalView one(Dismissal dismissal) {
    return views(dismissal.organisationId(), List.of(dismissal)).getFirst();
  }

  Page<DismissalView> page(Caller caller, DismissalFilter filter, @Nullable Id before, int limit) {
    Page<Dismissal> page =
        Page.ofSurplus(
            store.page(caller.organisationId(), filter, before, limit + 1),
            limit,
            dismissal -> dismissal.id().toString());
    return new Page<>(views(caller.organisationId(), page.items()), page.next());
  }

  /// How many pairs that would be shown are hidden, by reason: pairs that were dismissed, and
  /// standing ones with a partner that is hidden as a whole.
  Counts counts(Caller caller, DismissalFilter filter) {
    Id organisation = caller.organisationId();
    Map<StandingPair.Key, Match> judged = new HashMap<>();
    judged.putAll(
        pairs.judged(
            organisation,
            store.page(organisation, filter, null, COUNTED_MAX).stream()
                .map(Dismissal::key)
                .toList()));
    judged.putAll(
        pairs.judged(
            organisation,
            standing
                .page(
                    organisation,
                    new StandingFilter(filter.lotId(), filter.demandId(), false),
                    null,
                    COUNTED_MAX)
                .stream()
                .map(StandingPair::key)
                .toList()));
    Map<DismissalReason, Integer> numbers = new EnumMap<>(DismissalReason.class);
    dismissals
        .hidden(organisation, List.copyOf(judged.values()))
        .values()
        .forEach(reason -> numbers.merge(reason, 1, Integer::sum));
    return new Counts(
        numbers.values().stream().mapToInt(Integer::intValue).sum(),
        numbers.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .toList());
  }

  private List<DismissalView> views(Id organisation, List<Dismissal> rows) {
    Map<StandingPair.Key, Match> judged =
        pairs.judged(organisation, rows.stream().map(Dismissal::key).toList());
    Map<Id, OrganisationRef> partners =
        organisations.findAll(rows.stream().map(Dismissal::partnerId).distinct().toList());
    return rows.stream()
        .map(row -> view(row, partners.get(row.partnerId()), judged.get(row.key())))
        .toList();
  }

  private static DismissalView view(
      Dismissal dismissal, @Nullable OrganisationRef partner, @Nullable Match match) {
    if (partner == null) {
      throw new IllegalStateException("no such organisation: " + dismissal.partnerId());
    }
    return new DismissalView(
        dismissal.id(),
        dismissal.lotId(),
        dismissal.demandId(),
        partner,
        dismissal.reason(),
        dismissal.note(),
        dismissal.dismissedAt(),
        match == null || dismissal.hides(Circumstances.of(match)),
        match);
  }

  /// @param total of all reasons
  @Serdeable
  @Schema(name = "DismissalCounts")
  record Counts(int total, List<Count> byReason) {

    Counts {
      byReason = List.copyOf(byReason);
    }
  }

  @Serdeable
  @Schema(name = "DismissalCount")
  record Count(DismissalReason reason, int count) {}
}
