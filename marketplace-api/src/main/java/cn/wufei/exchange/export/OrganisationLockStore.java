package cn.wufei.exchange.export;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Keeps an organisation from exporting on two instances at once: a named lock of the database
/// server, which belongs to the connection of the snapshot and goes with it when the instance dies.
@Singleton
@Connectable
class OrganisationLockStore {

  private static final String NAME = "wufei-export-";

  private final DSLContext sql;

  OrganisationLockStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Whether nobody else had it.
  boolean tryLock(Id organisation) {
    Integer got =
        sql.select(DSL.function("get_lock", Integer.class, nameOf(organisation), DSL.inline(0)))
            .fetchSingle()
            .value1();
    return got != null && got == 1;
  }

  void unlock(Id organisation) {
    sql.select(DSL.function("release_lock", Integer.class, nameOf(organisation))).fetch();
  }

  private static org.jooq.Param<String> nameOf(Id organisation) {
    return DSL.inline(NAME + organisation);
  }
}
