package cn.wufei.exchange.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.ToldNotice;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MimeMailTest {

  private static final Instant AT = Instant.parse("2026-11-27T15:04:05Z");
  private static final MailSettings SETTINGS =
      new MailSettings(
          null,
          587,
          null,
          null,
          "starttls",
          "no-reply@wufei.example.cn",
          "https://wufei.example.cn/",
          true,
          3,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          8,
          Duration.ofDays(30));

  private final MailText text = new MailText(new MailWords(), SETTINGS);
  private final MimeMail mime = new MimeMail(SETTINGS);

  @Test
  void a_mail_says_what_happened_in_both_languages_and_leads_to_the_page() throws Exception {
    MimeMessage mail = read(ofNotice(MailLanguage.CHINESE, "高炉水渣 <2 万吨>"));

    assertThat(mail.getSubject()).isEqualTo("【无废交易平台】收到报价：高炉水渣 <2 万吨>");
    assertThat(mail.getFrom()[0]).hasToString("no-reply@wufei.example.cn");
    assertThat(mail.getAllRecipients()).singleElement().hasToString("wang@example.cn");
    assertThat(mail.getHeader("Date", null)).isEqualTo("Fri, 27 Nov 2026 15:04:05 +0000");
    assertThat(mail.getHeader("Message-ID", null)).isEqualTo("<" + Id.of(9) + "@wufei.example.cn>");
    assertThat(mail.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://wufei.example.cn/notice-settings>");
    String link = "https://wufei.example.cn/offers/" + Id.of(7);
    assertThat(part(mail, 0).getContentType()).contains("text/plain").containsIgnoringCase("utf-8");
    assertThat(body(mail, 0))
        .contains("收到报价：高炉水渣 <2 万吨>", link, "https://wufei.example.cn/notice-settings");
    assertThat(part(mail, 1).getContentType()).contains("text/html");
    assertThat(body(mail, 1))
        .contains("<html lang=\"zh-CN\">", "href=\"" + link + "\"", "水渣 &lt;2 万吨&gt;")
        .doesNotContain("<2 万吨>");
    assertThat(read(ofNotice(MailLanguage.ENGLISH, "BF slag")).getSubject())
        .isEqualTo("[Wufei Exchange] Offer received: BF slag");
  }

  @Test
  void nothing_that_was_typed_becomes_a_header() throws Exception {
    String typed = "slag\r\nBcc: li@example.cn\r\n\r\nBuy now\u2028X-More: 1";

    MimeMessage mail = read(ofNotice(MailLanguage.ENGLISH, typed));

    assertThat(mail.getAllRecipients()).singleElement().hasToString("wang@example.cn");
    assertThat(Collections.list(mail.getAllHeaders()))
        .extracting(Header::getName)
        .doesNotContain("Bcc", "X-More");
    assertThat(mail.getSubject()).startsWith("[Wufei Exchange] Offer received: slag Bcc: li");
    assertThatThrownBy(
            () -> mime.of(Id.of(9), "wang@example.cn\r\nBcc: li@example.cn", plain(), AT))
        .isInstanceOf(MessagingException.class);
  }

  @Test
  void no_figure_of_a_notice_gets_into_a_mail() throws Exception {
    var notice =
        new ToldNotice(
            Id.of(1),
            1,
            "offer-received",
            Map.of("offer", Id.of(7).toString()),
            Map.of("lotTitle", "slag", "priceYuanPerT", "123.45", "quantityKg", 6_789_000),
            AT);
    MimeMessage mail = read(message(text.ofNotice(MailLanguage.ENGLISH, notice)));

    assertThat(mail.getSubject() + body(mail, 0) + body(mail, 1))
        .doesNotContain("123", "6789", "6,789");
  }

  @Test
  void a_day_has_one_line_for_each_notice_up_to_a_hundred() throws Exception {
    List<ToldNotice> notices =
        IntStream.rangeClosed(1, 120).mapToObj(i -> notice("lot " + i)).toList();

    MimeMessage mail = read(message(text.ofDay(MailLanguage.ENGLISH, notices, false)));

    assertThat(mail.getSubject()).isEqualTo("[Wufei Exchange] 120 notices");
    assertThat(body(mail, 0))
        .contains("Offer received: lot 100\n", "There is more")
        .doesNotContain("lot 101");
  }

  @ParameterizedTest
  @CsvSource({
    "approval-asked, approval, /approvals/",
    "sample-asked, sample, /samples/",
    "lot-expiring, lot, /lots/",
    "demand-expired, demand, /demands/",
    "matches-new, lot, /matches?lotId=",
    "import-ended, import, /imports/",
    "report-expiring, stream, /streams/",
  })
  void a_mail_leads_to_what_it_is_about(String kind, String subject, String place)
      throws Exception {
    var notice =
        new ToldNotice(Id.of(1), 1, kind, Map.of(subject, Id.of(7).toString()), Map.of(), AT);

    assertThat(body(read(message(text.ofNotice(MailLanguage.ENGLISH, notice))), 0))
        .contains("\nhttps://wufei.example.cn" + place + Id.of(7) + "\n");
  }

  @Test
  void of_several_things_the_one_that_matters_is_led_to() throws Exception {
    Map<String, String> about = Map.of("lot", "L", "offer", "O", "agreement", "A");

    assertThat(linkOf("offer-accepted", about)).endsWith("/agreements/A");
    assertThat(linkOf("document-signed", Map.of("lot", "L", "agreement", "A")))
        .endsWith("/agreements/A/document");
    assertThat(linkOf("matches-new", Map.of())).endsWith("/matches");
  }

  private String linkOf(String kind, Map<String, String> about)
      throws IOException, MessagingException {
    var notice = new ToldNotice(Id.of(1), 1, kind, about, Map.of(), AT);
    return body(message(text.ofNotice(MailLanguage.ENGLISH, notice)), 0).lines().toList().get(3);
  }

  @Test
  void a_kind_without_words_is_news() throws Exception {
    var notice = new ToldNotice(Id.of(1), 1, "moon-landed", Map.of(), Map.of(), AT);

    MimeMessage mail = read(message(text.ofNotice(MailLanguage.ENGLISH, notice)));

    assertThat(mail.getSubject()).isEqualTo("[Wufei Exchange] New notice");
    assertThat(body(mail, 0)).contains("https://wufei.example.cn/notices");
  }

  @Test
  void a_long_title_is_cut_between_characters() throws Exception {
    MimeMessage mail = read(ofNotice(MailLanguage.CHINESE, "𠮷".repeat(400)));

    assertThat(mail.getSubject().codePointCount(0, mail.getSubject().length())).isEqualTo(150);
    assertThat(mail.getSubject()).endsWith("𠮷");
  }

  @Test
  void a_folder_keeps_the_newest(@TempDir Path folder) throws Exception {
    MailFolder mails = new MailFolder(folder, 3);
    for (int i = 1; i <= 5; i++) {
      mails.send(mime.of(Id.of(i), "wang@example.cn", plain(), AT));
    }

    assertThat(mails.names())
        .containsExactly(Id.of(5).toString(), Id.of(4).toString(), Id.of(3).toString());
    assertThat(mails.read(Id.of(5).toString()))
        .isEqualTo(
            new MailFolder.KeptMail(
                Id.of(5).toString(),
                "wang@example.cn",
                "题目",
                "Fri, 27 Nov 2026 15:04:05 +0000",
                "正文"));
    assertThat(mails.read(Id.of(1).toString())).isNull();
    assertThat(mails.read("../first-operator-secret")).isNull();
  }

  private MimeMessage ofNotice(MailLanguage language, String title) throws MessagingException {
    return message(text.ofNotice(language, notice(title)));
  }

  private static ToldNotice notice(String title) {
    return new ToldNotice(
        Id.of(1),
        1,
        "offer-received",
        Map.of("offer", Id.of(7).toString()),
        Map.of("lotTitle", title),
        AT);
  }

  private static MailText.Text plain() {
    return new MailText.Text("题目", "正文", "<p>正文</p>");
  }

  private MimeMessage message(MailText.Text content) throws MessagingException {
    return mime.of(Id.of(9), "wang@example.cn", content, AT);
  }

  /// The mail as somebody reads it who has only what was sent; all of that is ASCII.
  private static MimeMessage read(MimeMessage mail) throws IOException, MessagingException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    mail.writeTo(sent);
    assertThat(
            StandardCharsets.US_ASCII.newEncoder().canEncode(sent.toString(StandardCharsets.UTF_8)))
        .isTrue();
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(sent.toByteArray()));
  }

  private static BodyPart part(MimeMessage mail, int index) throws IOException, MessagingException {
    return ((MimeMultipart) mail.getContent()).getBodyPart(index);
  }

  private static String body(MimeMessage mail, int index) throws IOException, MessagingException {
    return part(mail, index).getContent().toString().replace("\r\n", "\n");
  }
}
