package cn.wufei.exchange.notify.mail;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// What mails are made of, in both languages.
@Singleton
class MailWords {

  private static final String KIND = "kind.";

  private final Map<MailLanguage, Properties> words = new EnumMap<>(MailLanguage.class);

  MailWords() {
    for (MailLanguage language : MailLanguage.values()) {
      words.put(language, read("words-" + language.words() + ".properties"));
    }
  }

  /// The words of that key, with each `{name}` replaced.
  ///
  /// @param named names and values by turns
  String of(MailLanguage language, String key, String... named) {
    String text =
        Objects.requireNonNull(ofLanguage(language).getProperty(key), () -> "no words for " + key);
    for (int i = 0; i < named.length; i += 2) {
      text = text.replace("{" + named[i] + "}", named[i + 1]);
    }
    return text;
  }

  /// What a kind of notice is called; one that has no words yet is news.
  String kind(MailLanguage language, String kind) {
    Properties all = ofLanguage(language);
    return Objects.requireNonNull(all.getProperty(KIND + kind, all.getProperty("news")));
  }

  /// What there are words for.
  Set<String> keys(MailLanguage language) {
    return ofLanguage(language).stringPropertyNames();
  }

  private Properties ofLanguage(MailLanguage language) {
    return Objects.requireNonNull(words.get(language));
  }

  private static Properties read(String place) {
    try (InputStream file = MailWords.class.getResourceAsStream(place);
        Reader text =
            new InputStreamReader(Objects.requireNonNull(file, place), StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(text);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
