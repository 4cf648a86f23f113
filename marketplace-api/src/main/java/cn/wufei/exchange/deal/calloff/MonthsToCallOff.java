package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Months that the buyer of a framework calls off soon, or could still call off late, of each
/// framework the next. A firm has few frameworks, so they are looked through in memory.
@Singleton
@Connectable
class MonthsToCallOff implements WorkSource {

  private final CallOffStore store;
  private final CallOffViews views;
  private final Agreements agreements;

  MonthsToCallOff(CallOffStore store, CallOffViews views, Agreements agreements) {
    this.store = store;
    this.views = views;
    this.agreements = agreements;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.MONTH_TO_CALL_OFF;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(waiting(caller).size());
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<Waiting> page =
        Page.ofSurplus(
            waiting(caller).stream()
                .filter(each -> after == null || each.agreement().id().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList(),
            limit,
            each -> each.agreement().id().toString());
    return new Page<>(page.items().stream().map(MonthsToCallOff::item).toList(), page.next());
  }

  private record Waiting(Agreement agreement, YearMonth month, LocalDate by) {}

  private List<Waiting> waiting(Caller caller) {
    LocalDate today = views.today();
    List<Agreement> frameworks = agreements.activeFrameworks(caller.organisationId());
    if (frameworks.isEmpty()) {
      return List.of();
    }
    Map<Id, Set<YearMonth>> live =
        store.liveMonths(frameworks.stream().map(Agreement::id).toList(), today);
    return frameworks.stream()
        .flatMap(agreement -> {
          Framework framework = Objects.requireNonNull(agreement.framework());
          YearMonth month =
              next(
                  framework,
                  today,
                  YearMonth.from(agreement.deliverFrom()),
                  YearMonth.from(agreement.deliverTo()),
                  live.getOrDefault(agreement.id(), Set.of()));
          return month == null
              ? Stream.empty()
              : Stream.of(new Waiting(agreement, month, framework.callOffBy(month)));
        })
        .toList();
  }

  /// The month that waits: the next one from a few days before its last day in time on until it
  /// begins, or the one after that where its last day is as near.
  static @Nullable YearMonth next(
      Framework framework, LocalDate today, YearMonth first, YearMonth last, Set<YearMonth> live) {
    YearMonth current = YearMonth.from(today);
    return Stream.of(current.plusMonths(1), current.plusMonths(2))
        .filter(month -> !month.isBefore(first) && !month.isAfter(last))
        .filter(month -> !live.contains(month))
        .filter(month ->
            !today.isBefore(
                framework.callOffBy(month).minusDays(CallOffProcess.CURRENT.workDays())))
        .findFirst()
        .orElse(null);
  }

  private static WorkItem item(Waiting waiting) {
    Agreement agreement = waiting.agreement();
    return WorkItem.of(WorkKind.MONTH_TO_CALL_OFF, agreement.id(), agreement.lotTitle())
        .key(agreement.id() + ":" + waiting.month())
        .partner(agreement.seller())
        .material(agreement.materialKey())
        .month(waiting.month())
        .note(agreement.number())
        .due(waiting.by())
        .build();
  }
}
