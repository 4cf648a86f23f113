package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.LotDraft;
import cn.wufei.exchange.listing.LotLimits;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drafts as text and back.
@Singleton
class DraftContents {

  private static final int BYTES_MAX = 64 * 1024;
  private static final String TITLE = "title";
  private static final Argument<Map<String, Object>> FREE =
      Argument.mapOf(String.class, Object.class);

  private final ObjectMapper json;
  private final Validator validator;

  DraftContents(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /// What was typed so far, as text.
  Outcome<String> textOf(Map<String, Object> content) {
    String text = written(content);
    return text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX
        ? Outcome.done(text)
        : Outcome.refused(DraftRefusal.DRAFT_TOO_LARGE, "content");
  }

  String written(Map<String, Object> content) {
    return written(FREE, content);
  }

  /// A whole lot as text.
  String textOf(LotDraft lot) {
    return written(Argument.of(LotDraft.class), lot);
  }

  /// The title that was typed, as far as a list shows one.
  @Nullable String titleOf(Map<String, Object> content) {
    if (!(content.get(TITLE) instanceof String typed) || typed.isBlank()) {
      return null;
    }
    String title = typed.strip();
    return title.codePointCount(0, title.length()) <= LotLimits.TITLE_MAX
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LotLimits.TITLE_MAX));
  }

  Map<String, Object> contentOf(String text) {
    try {
      Map<String, Object> content = json.readValue(text, FREE);
      return content == null ? Map.of() : content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lot that was submitted. What a lot has to say may have changed since.
  Outcome<LotDraft> lotOf(String text) {
    try {
      LotDraft lot = json.readValue(text, LotDraft.class);
      return lot == null || !validator.validate(lot).isEmpty()
          ? Outcome.refused(DraftRefusal.DRAFT_OUTDATED)
          : Outcome.done(lot);
    } catch (IOException _) {
      return Outcome.refused(DraftRefusal.DRAFT_OUTDATED);
    }
  }

  private <T> String written(Argument<T> type, T value) {
    try {
      return new String(json.writeValueAsBytes(type, value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
