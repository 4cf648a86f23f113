package cn.wufei.exchange.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lots of the release before prices were kept, whose prices the audit log has.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierPricesIT {

  private static final String BEFORE_PRICES = "33";

  @Test
  void what_the_audit_log_says_of_earlier_prices_is_taken_over(@TempDir Path folder)
      throws SQLException {
    try (DatabaseServer server = TestExchange.startDatabase(folder)) {
      migration(server).target(BEFORE_PRICES).load().migrate();
      try (Connection connection = connect(server);
          Statement sql = connection.createStatement()) {
        for (String statement : earlierRows()) {
          sql.execute(statement);
        }
      }

      migration(server).load().migrate();

      assertThat(prices(server))
          .containsExactly(
              "7 1 2026-01-01 00:00:01.000000 -12.50 - -",
              "7 2 2026-01-01 00:00:03.000000 5.00 - -",
              "7 3 2026-01-01 00:00:05.000000 -12.50 - -",
              "8 1 2026-01-01 00:00:04.000000 1.00 - -");
    }
  }

  private static List<String> earlierRows() {
    List<String> rows = new ArrayList<>();
    for (int lot = 7; lot <= 8; lot++) {
      rows.add(
          """
          insert into listing_lot (id, version, status, organisation_id, site_id, stream_id,
            material_key, class_code, title, sale_method, quantity_kind, quantity_kg,
            price_yuan_per_t, tax_included, available_from, available_to, published_at)
          values (%d, 1, 'published', 1, 1, 1, 'bof-slag', 'SW01', 'x', 'negotiation', 'firm', 1,
            1, true, '2026-01-01', '2026-12-31', '2026-01-01')
          """
              .formatted(lot));
    }
    rows.add(said(1, 7, "lot-published", "{\"quantityKg\":1,\"priceYuanPerT\":-12.50}"));
    rows.add(said(2, 7, "lot-changed", "{\"priceYuanPerTBefore\":1,\"priceYuanPerT\":-12.5}"));
    rows.add(said(3, 7, "lot-changed", "{\"priceYuanPerT\":5,\"priceYuanPerTBefore\":-12.5}"));
    rows.add(said(4, 8, "lot-published", "{\"priceYuanPerT\":1.00}"));
    rows.add(said(5, 7, "lot-changed", "{\"priceYuanPerT\":-12.50}"));
    rows.add(said(6, 7, "lot-paused", "{}"));
    rows.add(said(7, 9, "lot-published", "{\"priceYuanPerT\":1.00}"));
    return rows;
  }

  private static String said(int second, int lot, String action, String facts) {
    return """
    insert into audit_record (id, recorded_at, action, subject_type, subject_id, facts)
    values (%1$d, '2026-01-01 00:00:0%1$d', '%2$s', 'lot', %3$d, '%4$s')
    """
        .formatted(second, action, lot, facts);
  }

  private static List<String> prices(DatabaseServer server) throws SQLException {
    List<String> prices = new ArrayList<>();
    try (Connection connection = connect(server);
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "select concat_ws(' ', lot_id, number, since, price_yuan_per_t,"
                    + " coalesce(tax_included, '-'), coalesce(basis, '-'))"
                    + " from listing_lot_price order by lot_id, number")) {
      while (rows.next()) {
        prices.add(rows.getString(1));
      }
    }
    return prices;
  }

  private static FluentConfiguration migration(DatabaseServer server) {
    return Flyway.configure()
        .dataSource(server.jdbcUrl(), server.migrationUser(), server.migrationPassword());
  }

  private static Connection connect(DatabaseServer server) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(), server.migrationUser(), server.migrationPassword());
  }
}
