package cn.wufei.exchange.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitClauseTest {

  @Test
  void a_limit_is_said_in_the_words_that_both_servers_know() {
    assertThat(LimitClause.withLimit("select `a` from `b` fetch next ? rows only for update"))
        .isEqualTo("select `a` from `b` limit ? for update");
    assertThat(LimitClause.withLimit("select `a` from `b` fetch next 51 rows only"))
        .isEqualTo("select `a` from `b` limit 51");
  }

  @Test
  void other_statements_stay_as_they_are() {
    assertThat(LimitClause.withLimit("update `a` set `b` = ?")).isEqualTo("update `a` set `b` = ?");
  }
}
