package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Where a page ended: the sort values of its last document, with a mark of the search that they
/// belong to.
record Cursor(String mark, JsonNode values) {

  private static final char SEPARATOR = ' ';

  String text(JsonMapper json) {
    try {
      String plain = mark + SEPARATOR + json.writeValueAsString(values);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a cursor and refuses one of another search.
  static Outcome<Cursor> parse(String text, String mark, JsonMapper json) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int end = plain.indexOf(SEPARATOR);
      if (end > 0 && plain.substring(0, end).equals(mark)) {
        JsonNode values = json.readValue(plain.substring(end + 1), Argument.of(JsonNode.class));
        if (values != null && values.isArray() && values.size() == 2) {
          return Outcome.done(new Cursor(mark, values));
        }
      }
    } catch (IllegalArgumentException | IOException _) {
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
    return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
  }

  /// The same for each page of a search, and another for almost every other search.
  static String markOf(Target target, SearchQuery query) {
    int hash =
        new SearchQuery(
                query.text(),
                query.material(),
                query.classCode(),
                query.adcode(),
                query.caller(),
                query.maxCost(),
                query.minQuantityKg(),
                query.sort(),
                null,
                0)
            .toString()
            .hashCode();
    return target.name().charAt(0) + Integer.toHexString(hash).toLowerCase(Locale.ROOT);
  }
}
