package cn.wufei.exchange.search;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells firms what came to searches of which their members want to be told. All of the firm see
/// the notice, with the name of the search; the search itself stays its member's. Every instance
/// looks, and the first to note that it has told tells.
///
/// While the search is away nothing is noted, so that what came meanwhile is told afterwards.
@Singleton
class TellNewResults {

  static final String KIND = "search-results-new";

  private static final Logger LOG = LoggerFactory.getLogger(TellNewResults.class);
  private static final int SEARCHES_MAX = 200;

  private final SavedSearchStore store;
  private final NewResults results;
  private final Organisations organisations;
  private final Notices notices;
  private final SearchConfiguration configuration;
  private final Clock clock;

  TellNewResults(
      SavedSearchStore store,
      NewResults results,
      Organisations organisations,
      Notices notices,
      SearchConfiguration configuration,
      Clock clock) {
    this.store = store;
    this.results = results;
    this.organisations = organisations;
    this.notices = notices;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelay = "${wufei.search.alerts-every:5m}",
      initialDelay = "${wufei.search.alerts-every:5m}")
  void run() {
    Instant upTo =
        Instant.now(clock).minus(configuration.alertsBehind()).truncatedTo(ChronoUnit.MICROS);
    Map<Id, List<SavedSearchStore.Alert>> byMember =
        store.untold(upTo, SEARCHES_MAX).stream()
            .collect(Collectors.groupingBy(SavedSearchStore.Alert::memberId));
    byMember.forEach((member, alerts) -> tell(member, alerts, upTo));
  }

  /// Nobody is told for a member who has left, or a firm that is suspended; when they come back
  /// they are told of what is new then.
  private void tell(Id member, List<SavedSearchStore.Alert> alerts, Instant upTo) {
    Caller caller = organisations.callerOf(member);
    if (caller == null || organisations.isShutOut(caller.organisationId())) {
      alerts.forEach(alert -> note(alert, upTo));
      return;
    }
    Map<Id, Long> counts;
    try {
      counts =
          results.count(
              caller,
              alerts.stream()
                  .map(alert -> new NewResults.Sought(alert.search(), alert.since(), upTo))
                  .toList());
    } catch (SearchDownException | SearchRejectedException e) {
      LOG.debug("New results are told later", e);
      return;
    }
    for (SavedSearchStore.Alert alert : alerts) {
      long count = counts.getOrDefault(alert.search().id(), 0L);
      if (count == 0) {
        note(alert, upTo);
      } else {
        note(alert, upTo, notice(caller.organisationId(), alert.search(), count, upTo));
      }
    }
  }

  @Transactional
  void note(SavedSearchStore.Alert alert, Instant upTo, NewNotice... told) {
    if (store.told(alert, upTo)) {
      notices.send(List.of(told));
    }
  }

  private static NewNotice notice(Id organisation, SavedSearch search, long count, Instant upTo) {
    return new NewNotice(
        organisation,
        KIND,
        "search:" + search.id() + ":" + upTo,
        Map.of(),
        Map.of(
            "name",
            search.name(),
            "count",
            count,
            "kind",
            search.kind().code(),
            "query",
            search.query()));
  }
}
