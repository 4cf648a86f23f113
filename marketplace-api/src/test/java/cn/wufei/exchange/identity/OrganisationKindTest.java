package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganisationKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PRODUCER          | org-admin trader gate reader
          RECEIVER          | org-admin trader gate reader
          PRODUCER_RECEIVER | org-admin trader gate reader
          AUTHORITY         | audit-industry audit-ecology
          PLATFORM          | operator
          """)
  void a_kind_offers_its_own_roles(OrganisationKind kind, String codes) {
    Set<String> offered = kind.roles().stream().map(Role::code).collect(Collectors.toSet());

    assertThat(offered).isEqualTo(Set.copyOf(Arrays.asList(codes.split(" "))));
    assertThat(kind.roles()).containsAll(kind.firstRoles());
    assertThat(OrganisationKind.ofCode(kind.code())).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ORG_ADMIN      | org-admin trader gate reader
          TRADER         | trader reader
          GATE           | gate reader
          READER         | reader
          AUDIT_INDUSTRY | audit-industry
          AUDIT_ECOLOGY  | audit-ecology
          OPERATOR       | operator
          """)
  void a_role_carries_what_it_includes(Role role, String codes) {
    assertThat(Set.copyOf(role.grantedCodes())).isEqualTo(Set.of(codes.split(" ")));
  }

  @ParameterizedTest
  @EnumSource(OrganisationStatus.class)
  void no_decision_leaves_things_as_they_are(OrganisationStatus status) {
    assertThat(status.allows(status)).isFalse();
    assertThat(status.allows(OrganisationStatus.PENDING)).isFalse();
  }
}
