package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The streams, for features that trade or count their tonnes.
@Singleton
@Connectable
public class Streams {

  private final StreamRepository rows;

  Streams(StreamRepository rows) {
    this.rows = rows;
  }

  public @Nullable StreamRef find(Id id) {
    return rows.findById(id).map(StreamRow::ref).orElse(null);
  }

  /// All streams of an organisation, newest first.
  public List<StreamRef> of(Id organisationId) {
    return rows.findByOrganisationIdOrderByIdDesc(organisationId).stream()
        .map(StreamRow::ref)
        .toList();
  }

  /// All streams of an organisation by their names, of which each is there once.
  public Map<String, StreamRef> byName(Id organisationId) {
    return rows.findByOrganisationIdOrderByIdDesc(organisationId).stream()
        .map(StreamRow::ref)
        .collect(Collectors.toMap(StreamRef::name, Function.identity()));
  }

  /// Those of the ids that exist.
  public Map<Id, StreamRef> findAll(Collection<Id> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return rows.findByIdIn(ids).stream()
        .map(StreamRow::ref)
        .collect(Collectors.toMap(StreamRef::id, Function.identity()));
  }
}
