package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Loads for the features that report on them. Who may see a load is the asking feature's business.
@Singleton
@Connectable
public class Loads {

  private final LoadStore store;
  private final LoadViews views;

  Loads(LoadStore store, LoadViews views) {
    this.store = store;
    this.views = views;
  }

  public @Nullable Load find(Id id) {
    LoadRow row = store.find(id);
    return row == null ? null : views.of(row);
  }

  /// How many loads that an organisation sent or awaits left before then and have not ended.
  public int countInTransit(Id organisation, Instant before) {
    return store.countInTransit(organisation, before);
  }

  /// Those that exist, by id.
  public Map<Id, Load> findAll(Collection<Id> ids) {
    Map<Id, Load> found = new LinkedHashMap<>();
    views
        .ofAll(ids.isEmpty() ? List.of() : store.findAll(ids))
        .forEach(load -> found.put(load.id(), load));
    return found;
  }

  /// What a buyer received of a seller from one instant to before another and is on no statement
  /// that counts, first in first.
  public List<Load> unstatedBetween(Id seller, Id buyer, Instant from, Instant before, int limit) {
    return views.ofAll(store.unstatedBetween(seller, buyer, from, before, limit));
  }

  /// The loads from a seller to a buyer that are on their way or were received and are on no agreed
  /// statement, oldest first.
  public List<Load> notAgreedBetween(Id seller, Id buyer, int limit) {
    return views.ofAll(store.notAgreedBetween(seller, buyer, limit));
  }

  /// What was received under each agreement of an organisation, on either side of it.
  public List<Received> receivedByAgreement(Id party, Instant from, Instant before, int limit) {
    return store.receivedByAgreement(party, from, before, limit);
  }

  /// Sums over the received loads of one agreement.
  ///
  /// @param unstatedLoads how many of them are on no statement that counts
  public record Received(
      Id agreementId,
      String agreementNumber,
      String materialKey,
      Id sellerId,
      Id buyerId,
      long loads,
      long acceptedKg,
      long settledKg,
      long unstatedLoads) {}
}
