package cn.wufei.exchange.notify.mail;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.notify.TestNotices;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails are written into files here, as in the embedded shape.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailIT {

  private static final String SETTINGS = "/notice-settings";
  private static final Pattern CODE = Pattern.compile("code=([0-9A-Z]{10})");

  private final TestOrganisation plant = Fixtures.producer();
  private final TestMember trader = plant.trader();
  private final Http member = Http.as(trader);
  private final Http operator = Http.as(Fixtures.operator());
  private final String address = "m" + Fixtures.nextNumber() + "@example.cn";

  @Test
  void an_address_counts_once_the_code_has_come_back() {
    Http.Answer given = give(address);

    assertThat(given.text("address/address")).isEqualTo(address);
    assertThat(given.json().at("/address/confirmedAt").isMissingNode()).isTrue();
    prefer("offers", "at-once");
    tell("offer-received", "未确认");
    String code = awaitCode();
    assertProblem(confirm("0000000000"), 422, "mail-code-wrong");
    assertThat(confirm(" " + code.toLowerCase(Locale.ROOT)).expect(200).text("address/confirmedAt"))
        .isNotEmpty();
    assertProblem(confirm(code), 409, "mail-code-over");

    tell("offer-received", "已确认");

    await(() -> assertThat(subjects()).contains("【无废交易平台】收到报价：已确认"));
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void each_member_gets_what_it_wants_and_others_nothing() {
    confirmed();
    prefer("tenders", "at-once");

    tell("offer-received", "no");
    tell("tender-awarded", "yes");

    await(() -> assertThat(subjects()).contains("【无废交易平台】中标：yes"));
    assertThat(subjects()).hasSize(2);
    assertThat(member.get(SETTINGS).json().at("/topics").toString())
        .contains("{\"topic\":\"tenders\",\"mail\":\"at-once\"}")
        .contains("{\"topic\":\"offers\",\"mail\":\"never\"}");
    assertThat(Http.as(plant.admin()).get(SETTINGS).body()).doesNotContain(address);
  }

  @Test
  void a_real_mail_lies_in_the_folder_and_the_operator_reads_it() throws Exception {
    confirmed();
    prefer("market", "at-once");
    tell("lot-expired", "高炉水渣");
    await(() -> assertThat(subjects()).hasSize(2));

    Http.Answer list = operator.get("/mails?limit=100").expect(200);
    String name =
        items(list).stream()
            .filter(mail -> mail.get("to").asText().equals(address))
            .findFirst()
            .orElseThrow()
            .get("name")
            .asText();

    assertThat(operator.get("/mails/" + name).expect(200).text("text"))
        .contains("供应挂牌已到期：高炉水渣", "/notice-settings");
    Path file = TestExchange.get().stateFolder().resolve("mail/" + name + ".eml");
    assertThat(Files.readString(file))
        .contains("To: " + address, "Content-Type: multipart/alternative")
        .doesNotContain("高炉水渣");
    assertProblem(operator.get("/mails/0000000000000"), 404, "not-found");
    Http.Answer first = operator.get("/mails?limit=1").expect(200);
    assertThat(operator.get("/mails?limit=1&cursor=" + first.text("next")).expect(200).body())
        .isNotEqualTo(first.body());
  }

  @Test
  void a_daily_mail_says_what_came_since_the_last_one_once() {
    confirmed();
    tell("offer-received", "before");
    prefer("offers", "daily");
    tell("offer-received", "one");
    tell("tender-awarded", "not wanted");
    tell("offer-accepted", "two");
    LocalDate tomorrow = today().plusDays(1);
    WriteDigest digest = TestExchange.get().bean(WriteDigest.class);

    digest.handle(trader.memberId(), today());
    digest.handle(trader.memberId(), tomorrow);
    digest.handle(trader.memberId(), tomorrow);

    await(() -> assertThat(subjects()).contains("【无废交易平台】新通知 2 条"));
    tell("offer-received", "three");
    digest.handle(trader.memberId(), tomorrow.plusDays(1));
    await(() -> assertThat(subjects()).contains("【无废交易平台】新通知 1 条"));
    assertThat(subjects()).hasSize(3);
    assertThat(texts()).anyMatch(text -> text.contains("one") && text.contains("two"));
    assertThat(texts()).noneMatch(text -> text.contains("before") || text.contains("not wanted"));
  }

  @Test
  void after_a_day_of_very_many_notices_the_next_mail_tells_of_its_own_day() {
    confirmed();
    prefer("offers", "daily");
    TestNotices.inTransaction(() -> {
      for (int i = 0; i <= WriteDigest.NOTICES_MAX; i++) {
        tell("offer-received", "many");
      }
      return true;
    });
    WriteDigest digest = TestExchange.get().bean(WriteDigest.class);
    digest.handle(trader.memberId(), today().plusDays(1));
    tell("offer-received", "next");

    digest.handle(trader.memberId(), today().plusDays(2));

    await(() -> assertThat(subjects()).contains("【无废交易平台】新通知 1 条"));
    assertThat(texts()).anyMatch(text -> text.contains("还有更多通知"));
  }

  @Test
  void what_is_not_committed_is_not_mailed() {
    confirmed();
    prefer("other", "at-once");
    TestNotices.tellInVain(plant, "import-ended", "undone");
    tell("import-ended", "done");

    await(() -> assertThat(subjects()).contains("【无废交易平台】导入已处理：done"));
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void a_member_who_was_shut_out_gets_nothing_more() {
    confirmed();
    prefer("offers", "at-once");
    String own = wantingOffers(Http.as(Fixtures.joining(plant.admin(), Role.TRADER)));
    Http admin = Http.as(plant.admin());
    long version =
        items(admin.get("/members")).stream()
            .filter(it -> it.get("id").asText().equals(trader.memberId().toString()))
            .findFirst()
            .orElseThrow()
            .get("version")
            .asLong();
    admin.ifMatch(version).post("/members/" + trader.memberId() + "/deactivation").expect(200);

    tell("offer-received", "too late");
    tell("offer-received", "later");

    // Mails have their turns in the order in which they were written.
    await(() -> assertThat(subjectsTo(own)).contains("【无废交易平台】收到报价：later"));
    assertThat(subjectsTo(own)).hasSize(3);
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void what_waits_for_an_address_is_not_sent_once_that_is_forgotten() {
    confirmed();
    prefer("offers", "at-once");
    String own = wantingOffers(Http.as(Fixtures.joining(plant.admin(), Role.TRADER)));

    TestNotices.inTransaction(() -> {
      tell("offer-received", "too late");
      TestExchange.get().bean(AddressStore.class).forget(trader.memberId());
      return true;
    });
    tell("offer-received", "later");

    await(() -> assertThat(subjectsTo(own)).contains("【无废交易平台】收到报价：later"));
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void a_suspended_firm_gets_nothing() {
    confirmed();
    prefer("offers", "at-once");
    TestOrganisation other = Fixtures.producer();
    String theirs = wantingOffers(Http.as(other.trader()));
    Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
        .ifMatch(2)
        .post("/organisations/" + plant.id() + "/verification", Map.of("decision", "suspended"))
        .expect(200);

    tell("offer-received", "suspended");
    TestNotices.tell(other, "offer-received", "later");

    await(() -> assertThat(subjectsTo(theirs)).contains("【无废交易平台】收到报价：later"));
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void codes_are_not_sent_one_after_another_and_an_address_can_be_forgotten() {
    give(address);

    assertProblem(
        member.put(SETTINGS + "/address", Map.of("address", address, "language", "en")),
        429,
        "mail-code-sent-just-now");

    assertThat(member.delete(SETTINGS + "/address").expect(200).json().has("address")).isFalse();
    assertProblem(confirm("0000000000"), 409, "no-mail-address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wang", "wang@localhost", "wang@example.cn\r\nBcc: li@example.cn"})
  void what_is_no_address_is_refused(String typed) {
    Http.Answer answer =
        member.put(SETTINGS + "/address", Map.of("address", typed, "language", "en"));

    assertProblem(answer, 422, "mail-address-invalid");
    assertThat(answer.text("fields/0/path")).isEqualTo("address");
  }

  @Test
  void a_key_has_no_settings_and_an_exchange_without_mail_says_so() {
    String secret =
        Http.as(plant.admin())
            .post(
                "/keys",
                Map.of(
                    "name", "ERP", "role", "trader", "expiresOn", today().plusDays(9).toString()))
            .expect(201)
            .text("secret");
    assertProblem(Http.withToken(secret).get(SETTINGS), 403, "not-for-keys");
    try (TestExchange off =
        TestExchange.get().anotherInstance(Map.of("wufei.mail.to-files", false))) {
      Http there = Http.anonymous(off).with("Authorization", "Bearer " + trader.accessToken());
      assertThat(there.get(SETTINGS).expect(200).json().at("/mailOn").asBoolean()).isFalse();
      assertProblem(
          there.put(SETTINGS + "/address", Map.of("address", address, "language", "en")),
          409,
          "mail-off");
      assertProblem(
          Http.anonymous(off)
              .with("Authorization", "Bearer " + Fixtures.operator().accessToken())
              .get("/mails"),
          404,
          "not-found");
    }
  }

  private Http.Answer give(String to) {
    return give(member, to);
  }

  private static Http.Answer give(Http who, String to) {
    return who.put(SETTINGS + "/address", Map.of("address", to, "language", "zh-CN")).expect(200);
  }

  private void confirmed() {
    confirmed(member, address);
  }

  private static void confirmed(Http who, String to) {
    give(who, to);
    who.post(SETTINGS + "/address/confirmation", Map.of("code", awaitCode(to))).expect(200);
  }

  /// Has somebody else want mail of offers at once, and says where that goes.
  private static String wantingOffers(Http who) {
    String own = "c" + Fixtures.nextNumber() + "@example.cn";
    confirmed(who, own);
    prefer(who, "offers", "at-once");
    return own;
  }

  private Http.Answer confirm(String code) {
    return member.post(SETTINGS + "/address/confirmation", Map.of("code", code));
  }

  private String awaitCode() {
    return awaitCode(address);
  }

  private static String awaitCode(String to) {
    await(() -> assertThat(mailsTo(to)).hasSize(1));
    Matcher code = CODE.matcher(mailsTo(to).getFirst().text());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private void prefer(String topic, String mail) {
    prefer(member, topic, mail);
  }

  private static void prefer(Http who, String topic, String mail) {
    who.put(SETTINGS + "/topics", Map.of("topics", List.of(Map.of("topic", topic, "mail", mail))))
        .expect(200);
  }

  private List<String> subjects() {
    return subjectsTo(address);
  }

  private static List<String> subjectsTo(String to) {
    return mailsTo(to).stream().map(MailFolder.KeptMail::subject).toList();
  }

  private List<String> texts() {
    return mailsTo(address).stream().map(MailFolder.KeptMail::text).toList();
  }

  private static List<MailFolder.KeptMail> mailsTo(String to) {
    MailFolder folder = TestExchange.get().bean(MailFolder.class);
    return folder.names().stream()
        .map(folder::read)
        .filter(mail -> mail != null && mail.to().equals(to))
        .toList();
  }

  private void tell(String kind, String title) {
    TestNotices.tell(plant, kind, title);
  }

  private static List<JsonNode> items(Http.Answer answer) {
    List<JsonNode> items = new ArrayList<>();
    answer.expect(200).json().at("/items").forEach(items::add);
    return items;
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }

  private static void await(ThrowingRunnable what) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(what);
  }
}
