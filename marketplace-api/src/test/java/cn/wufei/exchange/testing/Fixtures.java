package cn.wufei.exchange.testing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// Organisations and members for tests, made through the API and numbered, so that no test meets
/// another's.
public final class Fixtures {

  public static final String PASSWORD = "a-long-enough-password";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final Map<Authority, TestMember> AUTHORITIES = new LinkedHashMap<>();

  private Fixtures() {}

  /// A verified steel plant in Zibo.
  public static TestOrganisation producer() {
    return verified("producer", "钢铁厂", "36.81", "118.05");
  }

  /// A verified cement works in Jinan, some 90 km to the west.
  public static TestOrganisation receiver() {
    return verified("receiver", "水泥厂", "36.65", "117.12");
  }

  public static TestOrganisation producerReceiver() {
    return verified("producer-receiver", "综合厂", "36.70", "118.50");
  }

  /// The first operator, made with the secret that the exchange left in its state folder.
  public static synchronized TestMember operator() {
    return AUTHORITIES.computeIfAbsent(Authority.of(Role.OPERATOR), _ -> bootstrap());
  }

  /// The one member of an authority: `AUDIT_INDUSTRY` or `AUDIT_ECOLOGY`.
  public static synchronized TestMember auditor(Role role) {
    TestMember operator = operator();
    return AUTHORITIES.computeIfAbsent(Authority.of(role), _ -> authority(operator, role));
  }

  /// A sign-up that will be accepted; change what the test is about.
  public static Map<String, Object> signUp(String kind, String name) {
    int number = COUNTER.incrementAndGet();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("uscc", uscc(number));
    body.put("name", name + number);
    body.put("nameEn", "Works " + number);
    body.put("kind", kind);
    body.put("adcode", "370300");
    body.put(
        "admin",
        new LinkedHashMap<>(
            Map.of("login", "admin-" + number, "password", PASSWORD, "name", "管理员" + number)));
    return body;
  }

  /// The part of a sign-up that is about its first member, to change.
  @SuppressWarnings("unchecked")
  public static Map<String, Object> adminOf(Map<String, Object> signUp) {
    return (Map<String, Object>) Objects.requireNonNull(signUp.get("admin"));
  }

  /// A member of the same organisation, entered by its administrator.
  public static TestMember joining(TestMember admin, Role role) {
    String login = role.code() + "-" + COUNTER.incrementAndGet();
    Http.as(admin)
        .post(
            "/members",
            Map.of("login", login, "name", login, "role", role.code(), "password", PASSWORD))
        .expect(201);
    return TestMember.signedIn(login, PASSWORD);
  }

  public static TestMember signedIn(String login) {
    return TestMember.signedIn(login, PASSWORD);
  }

  /// A number nobody else has.
  public static int nextNumber() {
    return COUNTER.incrementAndGet();
  }

  /// The credit code with that number; the check character is worked out here once more, apart from
  /// the code under test.
  public static String uscc(int number) {
    String body = String.format(Locale.ROOT, "91370300MA3T%05d", number);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * (int) (Math.pow(3, i) % 31);
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static TestOrganisation verified(
      String kind, String name, String latitude, String longitude) {
    Map<String, Object> body = signUp(kind, name);
    Http.Answer organisation = Http.as(operator()).post("/organisations", body).expect(201);
    Http.as(operator())
        .ifMatch(organisation.number("version"))
        .post(
            "/organisations/" + organisation.text("id") + "/verification",
            Map.of("decision", "verified"))
        .expect(200);
    TestMember admin = signedIn(String.valueOf(adminOf(body).get("login")));
    Http.Answer site =
        Http.as(admin)
            .post(
                "/sites",
                "{\"name\": \"%s\", \"adcode\": \"370300\", \"latitude\": %s, \"longitude\": %s}"
                    .formatted(body.get("name"), latitude, longitude))
            .expect(201);
    return new TestOrganisation(
        Id.parse(organisation.text("id")),
        organisation.text("uscc"),
        organisation.text("name"),
        admin,
        Id.parse(site.text("id")));
  }

  private static TestMember bootstrap() {
    try {
      String secret =
          Files.readString(TestExchange.get().stateFolder().resolve("first-operator-secret"));
      Http.anonymous()
          .post(
              "/bootstrap",
              Map.of("secret", secret, "login", "operator", "password", PASSWORD, "name", "运营员"))
          .expect(201);
      return signedIn("operator");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestMember authority(TestMember operator, Role role) {
    Map<String, Object> body = signUp("authority", "主管部门");
    Map<String, Object> admin = adminOf(body);
    admin.put("role", role.code());
    Http.as(operator).post("/organisations", body).expect(201);
    return signedIn(String.valueOf(admin.get("login")));
  }

  /// Each database has its own.
  private record Authority(String database, Role role) {

    static Authority of(Role role) {
      return new Authority(TestExchange.get().database().jdbcUrl(), role);
    }
  }
}
