package cn.wufei.exchange.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActForTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # own,     scopes,            as what
          ORG_ADMIN, read,              READER
          ORG_ADMIN, read trade,        TRADER
          ORG_ADMIN, read gate,         GATE
          ORG_ADMIN, read sign,         TRADER
          TRADER,    read,              READER
          TRADER,    read trade gate,   TRADER
          TRADER,    read settlement,   TRADER
          TRADER,    read records,      TRADER
          TRADER,    read gate,         GATE
          GATE,      read trade,        READER
          GATE,      read trade gate,   GATE
          READER,    read trade gate settlement records sign, READER
          """)
  void one_acts_as_what_both_the_own_role_and_the_delegation_allow(
      Role own, String scopes, Role expected) {
    assertThat(ActFor.roleOf(own, DelegationScope.ofCodes(scopes))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "READ, read",
    "SIGN, sign",
  })
  void codes_of_scopes_are_read_as_they_are_written(DelegationScope scope, String codes) {
    assertThat(DelegationScope.codesOf(Set.of(scope))).isEqualTo(codes);
    assertThat(DelegationScope.ofCodes(codes)).containsExactly(scope);
  }
}
