package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.IDENTITY_SITE;
import static cn.wufei.exchange.db.Tables.STREAM_STREAM;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Finds the streams of a scope.
@Singleton
@Connectable
class StreamScopeViews {

  private final DSLContext sql;

  StreamScopeViews(DSLContext sql) {
    this.sql = sql;
  }

  List<ScopedStream> of(MetricsScope scope) {
    return sql.select(
            STREAM_STREAM.ID,
            STREAM_STREAM.NAME,
            STREAM_STREAM.MATERIAL_KEY,
            STREAM_STREAM.CLASS_CODE,
            STREAM_STREAM.ORGANISATION_ID)
        .from(STREAM_STREAM)
        .join(IDENTITY_SITE)
        .on(IDENTITY_SITE.ID.eq(STREAM_STREAM.SITE_ID))
        .where(conditions(scope))
        .orderBy(STREAM_STREAM.ID)
        .fetch(row ->
            new ScopedStream(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private static List<Condition> conditions(MetricsScope scope) {
    List<Condition> conditions = new ArrayList<>();
    if (scope.organisationId() != null) {
      conditions.add(STREAM_STREAM.ORGANISATION_ID.eq(scope.organisationId()));
    }
    if (scope.adcode() != null) {
      conditions.add(IDENTITY_SITE.ADCODE.startsWith(scope.adcode()));
    }
    if (scope.classCode() != null) {
      conditions.add(STREAM_STREAM.CLASS_CODE.eq(scope.classCode()));
    }
    if (scope.materialKey() != null) {
      conditions.add(STREAM_STREAM.MATERIAL_KEY.eq(scope.materialKey()));
    }
    if (scope.streamId() != null) {
      conditions.add(STREAM_STREAM.ID.eq(scope.streamId()));
    }
    return conditions;
  }

  record ScopedStream(
      Id id, String name, String materialKey, String classCode, Id organisationId) {}
}
