package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.notify.NoticeTopic;
import cn.wufei.exchange.notify.ToldNotice;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes mails: what sort of thing happened and what it is about, with a link to the page, which
/// shows the figures to those who may see them. A mail passes through servers of others.
@Singleton
class MailText {

  private static final int SUBJECT_MAX = 150;
  private static final int LINES_MAX = 100;
  private static final List<String> NAMES = List.of("lotTitle", "title", "fileName", "name");

  /// The first of these that a notice is about is where it leads, as in the page.
  private static final List<Place> PLACES =
      List.of(
          new Place("approval", "/approvals/"),
          new Place("delegation", "/delegations/"),
          new Place("draft", "/lots/drafts/"),
          new Place("import", "/imports/"),
          new Place("webhook", "/webhooks/"),
          new Place("agreement", "/agreements/"),
          new Place("tender", "/tenders/"),
          new Place("offer", "/offers/"),
          new Place("sample", "/samples/"),
          new Place("stream", "/streams/"),
          new Place("lot", "/lots/"),
          new Place("demand", "/demands/"));

  private final MailWords words;
  private final MailSettings settings;

  MailText(MailWords words, MailSettings settings) {
    this.words = words;
    this.settings = settings;
  }

  Text ofNotice(MailLanguage language, ToldNotice notice) {
    String line = lineOf(language, notice);
    return text(
        language,
        words.of(language, "subject", "text", line),
        List.of(new Line(line, linkOf(notice))),
        words.of(language, "intro"));
  }

  /// @param notices the oldest first
  /// @param isCut whether there are more than these
  Text ofDay(MailLanguage language, List<ToldNotice> notices, boolean isCut) {
    List<Line> lines =
        new ArrayList<>(
            notices.stream()
                .limit(LINES_MAX)
                .map(notice -> new Line(lineOf(language, notice), linkOf(notice)))
                .toList());
    if (isCut || notices.size() > LINES_MAX) {
      lines.add(new Line(words.of(language, "more"), settings.page() + "/notices"));
    }
    String count = Integer.toString(notices.size());
    return text(
        language,
        words.of(language, "subject", "text", words.of(language, "digest", "count", count)),
        lines,
        words.of(language, "digestIntro"));
  }

  Text ofCode(MailLanguage language, String member, String code) {
    String link = settings.page() + "/notice-settings?code=" + code;
    return text(
        language,
        words.of(language, "subject", "text", words.of(language, "confirm")),
        List.of(new Line(words.of(language, "code", "code", code), link)),
        words.of(language, "confirmIntro", "name", oneLine(member)));
  }

  private String lineOf(MailLanguage language, ToldNotice notice) {
    String kind = words.kind(language, notice.kind());
    return NAMES.stream()
        .map(notice.facts()::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(name -> !name.isBlank())
        .findFirst()
        .map(name -> words.of(language, "about", "kind", kind, "name", oneLine(name)))
        .orElse(kind);
  }

  private String linkOf(ToldNotice notice) {
    Map<String, String> about = notice.subjects();
    if (NoticeTopic.of(notice.kind()) == NoticeTopic.MATCHES) {
      return about.entrySet().stream()
          .map(one -> "?" + one.getKey() + "Id=" + one.getValue())
          .findFirst()
          .map((settings.page() + "/matches")::concat)
          .orElse(settings.page() + "/matches");
    }
    String path =
        PLACES.stream()
            .filter(place -> about.containsKey(place.subject()))
            .findFirst()
            .map(place -> place.path() + about.get(place.subject()))
            .orElse("/notices");
    return settings.page() + path + (notice.kind().startsWith("document-") ? "/document" : "");
  }

  private Text text(MailLanguage language, String subject, List<Line> lines, String intro) {
    String hint = words.of(language, "hint");
    String choose = settings.page() + "/notice-settings";
    String plain =
        lines.stream()
                .map(line -> line.text() + "\n" + line.link())
                .collect(Collectors.joining("\n\n", intro + "\n\n", "\n\n-- \n"))
            + hint
            + "\n"
            + choose
            + "\n";
    String html =
        lines.stream()
            .map(line ->
                "<p><a href=\"%s\">%s</a></p>"
                    .formatted(escaped(line.link()), escaped(line.text())))
            .collect(
                Collectors.joining(
                    "\n",
                    "<!DOCTYPE html>\n<html lang=\"%s\"><body>\n<p>%s</p>\n"
                        .formatted(language.code(), escaped(intro)),
                    "\n<hr>\n<p><small><a href=\"%s\">%s</a></small></p>\n</body></html>\n"
                        .formatted(escaped(choose), escaped(hint))));
    String line = oneLine(subject);
    return new Text(
        line.substring(
            0,
            line.offsetByCodePoints(
                0, Math.min(SUBJECT_MAX, line.codePointCount(0, line.length())))),
        plain,
        html);
  }

  /// No line break and no other control gets into a header, or into a line that only we write.
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A mail without its receiver.
  record Text(String subject, String plain, String html) {}

  private record Line(String text, String link) {}

  private record Place(String subject, String path) {}
}
