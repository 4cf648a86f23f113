package cn.wufei.exchange.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.notify.NoticeTopic;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailWordsTest {

  private final MailWords words = new MailWords();

  @Test
  void both_languages_have_words_for_the_same() {
    assertThat(words.keys(MailLanguage.ENGLISH))
        .isEqualTo(words.keys(MailLanguage.CHINESE))
        .allSatisfy(key -> {
          for (MailLanguage language : MailLanguage.values()) {
            assertThat(words.of(language, key)).isNotBlank();
          }
        });
  }

  /// A kind that begins otherwise than others would be mailed with what belongs nowhere.
  @Test
  void only_these_kinds_belong_to_no_topic() {
    Set<String> kinds = words.keys(MailLanguage.ENGLISH);

    assertThat(kinds)
        .filteredOn(key -> key.startsWith("kind."))
        .map(key -> key.substring("kind.".length()))
        .filteredOn(kind -> NoticeTopic.of(kind) == NoticeTopic.OTHER)
        .containsExactlyInAnyOrder("report-expiring", "import-ended", "webhook-paused");
    assertThat(NoticeTopic.of("document-signed")).isEqualTo(NoticeTopic.AGREEMENTS);
    assertThat(NoticeTopic.of("sample-asked")).isEqualTo(NoticeTopic.OFFERS);
    assertThat(NoticeTopic.of("approval-asked")).isEqualTo(NoticeTopic.AGREEMENTS);
  }
}
