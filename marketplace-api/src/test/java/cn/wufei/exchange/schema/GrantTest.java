package cn.wufei.exchange.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT USAGE ON *.* TO `app`@`%`",
        "GRANT USAGE ON *.* TO `app`@`127.0.0.1` IDENTIFIED BY PASSWORD '*0123'",
        "GRANT SELECT ON `wufei`.* TO `app`@`%`",
        "GRANT INSERT ON `wufei`.`ledger_posting` TO `app`@`%`",
        "GRANT SELECT, INSERT ON `wufei`.`ledger_posting` TO `app`@`%`",
        "GRANT SELECT ON `wufei`.`audit_record` TO `app`@`%`",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON `wufei`.`ledger_balance` TO `app`@`%`",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON `wufei`.`listing_lot` TO `app`@`%`",
        "GRANT SELECT ON `wufei`.`flyway_schema_history` TO `app`@`%`"
      })
  void what_the_application_needs_is_within_its_rights(String line) {
    assertThat(Grant.of(line).isWithin("wufei")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT FILE ON *.* TO `app`@`%`",
        "GRANT SUPER ON *.* TO `app`@`%` IDENTIFIED BY PASSWORD '*0123'",
        "GRANT SELECT, CREATE, DROP ON *.* TO `app`@`%`",
        "GRANT USAGE ON *.* TO `app`@`%` WITH GRANT OPTION",
        "GRANT BACKUP_ADMIN ON *.* TO `app`@`%`",
        "GRANT ALL PRIVILEGES ON `wufei`.* TO `app`@`%`",
        "GRANT SELECT ON `wufei`.* TO `app`@`%` WITH GRANT OPTION",
        "GRANT SELECT, LOCK TABLES ON `wufei`.* TO `app`@`%`",
        "GRANT SELECT ON `wufei%`.* TO `app`@`%`",
        "GRANT UPDATE ON `wufe_`.* TO `app`@`%`",
        "GRANT SELECT, UPDATE ON `wufei`.`ledger_posting` TO `app`@`%`",
        "GRANT SELECT, UPDATE (`amount`) ON `wufei`.`ledger_posting` TO `app`@`%`",
        "GRANT DELETE ON `wufei`.`audit_record` TO `app`@`%`",
        "GRANT DELETE ON `wufei`.`ledger_that_nobody_named` TO `app`@`%`",
        "GRANT SELECT, INSERT ON `wufei`.`ledger_posting` TO `app`@`%` WITH GRANT OPTION",
        "GRANT SELECT, DROP ON `wufei`.`listing_lot` TO `app`@`%`",
        "GRANT TRIGGER ON `wufei`.`listing_lot` TO `app`@`%`",
        "GRANT INSERT ON `wufei`.`flyway_schema_history` TO `app`@`%`",
        "GRANT SELECT ON `mysql`.`user` TO `app`@`%`",
        "GRANT EXECUTE ON PROCEDURE `wufei`.`tidy` TO `app`@`%`",
        "GRANT `owner`@`%` TO `app`@`%`",
        "GRANT PROXY ON ``@`` TO `app`@`%`",
        "SET DEFAULT ROLE `owner` FOR `app`@`%`"
      })
  void anything_else_is_not(String line) {
    assertThat(Grant.of(line).isWithin("wufei")).isFalse();
  }

  @Test
  void what_is_said_of_a_grant_shows_no_password_hash() {
    String line = "GRANT FILE ON *.* TO `app`@`%` IDENTIFIED BY PASSWORD '*0123'";

    assertThat(Grant.of(line).text()).isEqualTo("GRANT FILE ON *.*");
  }

  @Test
  void a_database_whose_name_is_escaped_is_known_as_a_whole() {
    Grant grant = Grant.of("GRANT ALL PRIVILEGES ON `wufei\\_prod`.* TO `app`@`%`");

    assertThat(grant.isOnAllOf("wufei_prod")).isTrue();
    assertThat(grant.isOnAllOf("wufei")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://127.0.0.1:3306/wufei, jdbc:mysql://127.0.0.1:3306/",
    "jdbc:mysql://db/wufei?sslMode=DISABLED&x=/y, jdbc:mysql://db/?sslMode=DISABLED&x=/y",
    "'jdbc:mysql:replication://one:1,two:2/wufei', 'jdbc:mysql:replication://one:1,two:2/'",
    "jdbc:mysql://db, jdbc:mysql://db"
  })
  void the_server_is_reached_without_the_database(String url, String server) {
    assertThat(new DatabaseUser(url, "app", "").serverUrl()).isEqualTo(server);
  }
}
