package cn.wufei.exchange.schema;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Before the pool of connections opens: the migration user brings the tables to this version and
/// gives the application user its rights. An instance without a migration user changes nothing and
/// starts only where another has done that. No instance starts with an application user who may do
/// more than it should.
@Singleton
class PrepareDatabase implements BeanCreatedEventListener<DatasourceConfiguration> {

  static final String USER = "WUFEI_DB_USER";
  static final String MIGRATION_USER = "WUFEI_DB_MIGRATION_USER";

  private final String migrationUser;
  private final String migrationPassword;

  PrepareDatabase(
      @Value("${wufei.database.migration-user:}") String migrationUser,
      @Value("${wufei.database.migration-password:}") String migrationPassword) {
    this.migrationUser = migrationUser;
    this.migrationPassword = migrationPassword;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration pool = event.getBean();
    handle(new DatabaseUser(pool.getUrl(), pool.getUsername(), pool.getPassword()));
    return pool;
  }

  void handle(DatabaseUser application) {
    if (migrationUser.isBlank()) {
      requireNewest(application);
    } else if (migrationUser.equals(application.name())) {
      throw new ConfigurationException(
          "%s and %s are the same user: the application needs one of its own, without rights to change the schema or what was recorded."
              .formatted(MIGRATION_USER, USER));
    } else {
      migrate(new DatabaseUser(application.url(), migrationUser, migrationPassword), application);
    }
    requireNoMoreRights(application);
  }

  private static void migrate(DatabaseUser migration, DatabaseUser application) {
    try {
      flyway(migration).migrate();
    } catch (FlywayException e) {
      throw new ConfigurationException(
          "The database cannot be migrated as the user of %s: %s"
              .formatted(MIGRATION_USER, e.getMessage()),
          e);
    }
    try {
      new GrantRights(migration, application).handle();
    } catch (SQLException e) {
      throw new ConfigurationException(
          "The user of %s cannot give the user of %s its rights: %s"
              .formatted(MIGRATION_USER, USER, e.getMessage()),
          e);
    }
  }

  private static void requireNewest(DatabaseUser application) {
    try {
      flyway(application).validate();
    } catch (FlywayException e) {
      throw new ConfigurationException(
          "%s is not set, and the user of %s does not find the schema of this version: start one instance with both. %s"
              .formatted(MIGRATION_USER, USER, e.getMessage()),
          e);
    }
  }

  private static void requireNoMoreRights(DatabaseUser application) {
    try (Connection connection = application.connect()) {
      String database = connection.getCatalog();
      List<Grant> tooMany =
          Grant.heldBy(connection).stream().filter(grant -> !grant.isWithin(database)).toList();
      if (!tooMany.isEmpty()) {
        throw new ConfigurationException(
            "%s names a database user with too many rights: %s. It may only select and insert, and update and delete where nothing is recorded for good; take the rest away, or set %s to a user who can."
                .formatted(
                    USER,
                    tooMany.stream().map(Grant::text).collect(Collectors.joining("; ")),
                    MIGRATION_USER));
      }
    } catch (SQLException e) {
      throw new ConfigurationException(
          "The database cannot be used as the user of %s: %s".formatted(USER, e.getMessage()), e);
    }
  }

  private static Flyway flyway(DatabaseUser user) {
    return Flyway.configure().dataSource(user.url(), user.name(), user.password()).load();
  }
}
