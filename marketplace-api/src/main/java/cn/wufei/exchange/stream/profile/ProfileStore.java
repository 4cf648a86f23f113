package cn.wufei.exchange.stream.profile;

import static cn.wufei.exchange.db.Tables.STREAM_PROFILE;
import static cn.wufei.exchange.db.Tables.STREAM_PROFILE_MONTH;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// Profiles as rows.
@Singleton
@Connectable
class ProfileStore {

  private final DSLContext sql;

  ProfileStore(DSLContext sql) {
    this.sql = sql;
  }

  GenerationProfile find(Id stream) {
    var head = sql.selectFrom(STREAM_PROFILE).where(STREAM_PROFILE.STREAM_ID.eq(stream)).fetchOne();
    if (head == null) {
      return GenerationProfile.none(stream);
    }
    List<Long> monthsKg =
        sql.select(STREAM_PROFILE_MONTH.GENERATION_KG)
            .from(STREAM_PROFILE_MONTH)
            .where(STREAM_PROFILE_MONTH.STREAM_ID.eq(stream))
            .orderBy(STREAM_PROFILE_MONTH.MONTH)
            .fetch(STREAM_PROFILE_MONTH.GENERATION_KG);
    return new GenerationProfile(stream, head.getVersion(), monthsKg, head.getStatedAt());
  }

  /// Those of the streams that have one.
  Map<Id, GenerationProfile> ofStreams(Collection<Id> streams) {
    Map<Id, List<Long>> monthsKg =
        sql.select(STREAM_PROFILE_MONTH.STREAM_ID, STREAM_PROFILE_MONTH.GENERATION_KG)
            .from(STREAM_PROFILE_MONTH)
            .where(STREAM_PROFILE_MONTH.STREAM_ID.in(streams))
            .orderBy(STREAM_PROFILE_MONTH.STREAM_ID, STREAM_PROFILE_MONTH.MONTH)
            .fetchGroups(STREAM_PROFILE_MONTH.STREAM_ID, STREAM_PROFILE_MONTH.GENERATION_KG);
    return sql.selectFrom(STREAM_PROFILE)
        .where(STREAM_PROFILE.STREAM_ID.in(streams))
        .fetchMap(
            STREAM_PROFILE.STREAM_ID,
            row ->
                new GenerationProfile(
                    row.getStreamId(),
                    row.getVersion(),
                    monthsKg.getOrDefault(row.getStreamId(), List.of()),
                    row.getStatedAt()));
  }

  /// Whether it was written: not when the version is another by now.
  ///
  /// @param version 0 for the first
  boolean write(Id stream, long version, List<Long> monthsKg, Instant now) {
    int heads =
        version == 0
            ? sql.insertInto(STREAM_PROFILE)
                .set(STREAM_PROFILE.STREAM_ID, stream)
                .set(STREAM_PROFILE.VERSION, 1L)
                .set(STREAM_PROFILE.STATED_AT, now)
                .onDuplicateKeyIgnore()
                .execute()
            : sql.update(STREAM_PROFILE)
                .set(STREAM_PROFILE.VERSION, version + 1)
                .set(STREAM_PROFILE.STATED_AT, now)
                .where(STREAM_PROFILE.STREAM_ID.eq(stream))
                .and(STREAM_PROFILE.VERSION.eq(version))
                .execute();
    if (heads == 0) {
      return false;
    }
    sql.deleteFrom(STREAM_PROFILE_MONTH).where(STREAM_PROFILE_MONTH.STREAM_ID.eq(stream)).execute();
    var months =
        sql.insertInto(
            STREAM_PROFILE_MONTH,
            STREAM_PROFILE_MONTH.STREAM_ID,
            STREAM_PROFILE_MONTH.MONTH,
            STREAM_PROFILE_MONTH.GENERATION_KG);
    for (short month = 1; month <= monthsKg.size(); month++) {
      months = months.values(stream, month, monthsKg.get(month - 1));
    }
    months.execute();
    return true;
  }
}
