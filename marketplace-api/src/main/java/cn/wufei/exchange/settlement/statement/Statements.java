package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /// How many statements wait for an organisation: those of others for its answer, its own that
  /// were disputed for it to withdraw them.
  public int waitingFor(Id party) {
    return store.waitingFor(party);
  }

  /// What became due between an organisation and others from a day on, newest first.
  public List<Agreed> agreedSince(Id party, LocalDate day) {
    return store.agreedSince(party, day);
  }

  /// An agreed statement as ageing needs it.
  public record Agreed(Id sellerId, Id buyerId, LocalDate agreedOn, long grossFen) {}
}
