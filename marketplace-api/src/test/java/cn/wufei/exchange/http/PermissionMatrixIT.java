package cn.wufei.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which role may call which route. A row names the roles whose bearer is let through to the use
/// case, which then answers what it will about a thing that does not exist or a body that is empty;
/// everybody else gets 403, and who has not signed in 401.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionMatrixIT {

  /// Lines of method, path template and who may: a role and all that include it, `signed-in` or
  /// `anybody`.
  private static final List<Row> MATRIX = rows("permissions.txt");

  private static final Map<Role, TestMember> MEMBERS = new EnumMap<>(Role.class);

  @BeforeAll
  static void members_of_every_role() {
    TestOrganisation plant = Fixtures.producerReceiver();
    MEMBERS.put(Role.ORG_ADMIN, plant.admin());
    MEMBERS.put(Role.TRADER, plant.trader());
    MEMBERS.put(Role.GATE, plant.gate());
    MEMBERS.put(Role.READER, plant.reader());
    MEMBERS.put(Role.AUDIT_INDUSTRY, Fixtures.auditor(Role.AUDIT_INDUSTRY));
    MEMBERS.put(Role.AUDIT_ECOLOGY, Fixtures.auditor(Role.AUDIT_ECOLOGY));
    MEMBERS.put(Role.OPERATOR, Fixtures.operator());
  }

  static Stream<Row> matrix() {
    return MATRIX.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matrix")
  void a_route_lets_through_who_may_and_nobody_else(Row row) {
    for (Role role : Role.values()) {
      TestMember member = Objects.requireNonNull(MEMBERS.get(role), role::code);
      int status = call(Http.as(member), row).status();

      if (row.may().contains("anybody")) {
        assertThat(status).as(row + " as " + role.code()).isNotIn(403, 405, 500);
      } else if (row.lets(role)) {
        assertThat(status).as(row + " as " + role.code()).isNotIn(401, 403, 405, 500);
      } else {
        assertThat(status).as(row + " as " + role.code()).isEqualTo(403);
      }
    }
    int anonymous = call(Http.anonymous(), row).status();
    if (row.may().contains("anybody")) {
      assertThat(anonymous).as(row + " as a stranger").isNotIn(405, 500);
    } else {
      assertThat(anonymous).as(row + " as a stranger").isEqualTo(401);
    }
  }

  @Test
  void every_route_of_the_api_has_a_row() {
    Set<String> routes =
        TestExchange.get()
            .bean(Router.class)
            .uriRoutes()
            .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
            .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
            .filter(route -> route.contains(" /api/"))
            .filter(route -> !route.contains("/api/v1/echo"))
            .map(route -> route.replaceAll("\\{\\?[^}]*}", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(routes).isNotEmpty();
    assertThat(MATRIX.stream().map(row -> row.method() + " " + row.template()))
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  private static List<Row> rows(String name) {
    try (InputStream file =
        Objects.requireNonNull(PermissionMatrixIT.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Http.Answer call(Http as, Row row) {
    String nothing = Id.of(1).toString();
    String path =
        row.template()
            .replace("{materialKey}", "fly-ash")
            .replace("{month}", "2026-01")
            .replaceAll("\\{[a-zA-Z]+}", nothing);
    Http versioned = caller(as, row).ifMatch(1).withKey(Http.freshKey());
    return switch (row.method()) {
      case "GET" -> path.endsWith("/stream") ? as.open(path) : as.get(path);
      case "POST", "PUT" -> versioned.send(row.method(), path, "{}");
      default -> versioned.send(row.method(), path, null);
    };
  }

  /// Signing out would end the session that the other rows are called with.
  private static Http caller(Http as, Row row) {
    return row.toString().equals("DELETE /api/v1/session") ? Http.anonymous() : as;
  }

  /// One line of the matrix.
  record Row(String method, String template, Set<String> may) {

    static Row of(String line) {
      String[] words = line.strip().split("\\s+", 0);
      return new Row(words[0], words[1], Set.copyOf(List.of(words).subList(2, words.length)));
    }

    boolean lets(Role role) {
      return may.contains("anybody")
          || may.contains("signed-in")
          || role.grantedCodes().stream().anyMatch(may::contains);
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }
}
