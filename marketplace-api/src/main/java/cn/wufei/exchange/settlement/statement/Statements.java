package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Statements for the features that build on them. Who may see one is the asking feature's
/// business.
@Singleton
@Connectable
public class Statements {

  private final StatementStore store;
  private final StatementViews views;

  Statements(StatementStore store, StatementViews views) {
    this.store = store;
    this.views = views;
  }

  /// Those that exist, by id.
  public Map<Id, Statement> findAll(Collection<Id> ids) {
    Map<Id, Statement> found = new LinkedHashMap<>();
    views
        .ofAll(ids.isEmpty() ? List.of() : store.findAll(ids))
        .forEach(statement -> found.put(statement.id(), statement));
    return found;
  }

  /// Those of the loads that are on a statement that is agreed or open.
  public Set<Id> stated(Collection<Id> loads) {
    return loads.isEmpty() ? Set.of() : store.stated(loads);
  }

  /// Those of the loads that are on an agreed statement.
  public Set<Id> agreed(Collection<Id> loads) {
    return loads.isEmpty() ? Set.of() : store.agreedOf(loads);
  }

  /// How many statements wait for an organisation's answer.
  public int waitingFor(Id party) {
    return store.waitingFor(party);
  }

  /// What became due between a seller and a buyer, newest first.
  public List<Agreed> agreedBetween(Id seller, Id buyer) {
    return store.agreedBetween(seller, buyer);
  }

  /// An agreed statement as ageing needs it.
  public record Agreed(LocalDate agreedOn, long grossFen) {}
}
