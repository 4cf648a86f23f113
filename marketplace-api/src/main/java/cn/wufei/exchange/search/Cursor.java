package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a page ended: the sort values of its last document, with a mark of the search that they
/// belong to and the snapshot of the index in which its pages are turned.
record Cursor(String mark, @Nullable String snapshot, JsonNode values) {

  private static final String SEPARATOR = " ";
  private static final String NONE = "-";
  private static final int PARTS = 3;
  private static final int VALUES = 2;
  private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9+/=_-]{1,1200}");

  /// @param sort values of the last document, of which the first two count; within a snapshot there
  ///   is a third
  static Cursor after(Target target, SearchQuery query, @Nullable String snapshot, JsonNode sort) {
    List<JsonNode> values = new ArrayList<>();
    sort.values().forEach(values::add);
    return new Cursor(
        markOf(target, query), snapshot, JsonNode.createArrayNode(values.subList(0, VALUES)));
  }

  String text(JsonMapper json) {
    try {
      String plain =
          String.join(
              SEPARATOR, mark, snapshot == null ? NONE : snapshot, json.writeValueAsString(values));
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
      String[] parts = plain.split(SEPARATOR, PARTS);
      if (parts.length == PARTS && parts[0].equals(mark) && SNAPSHOT.matcher(parts[1]).matches()) {
        JsonNode values = json.readValue(parts[2], Argument.of(JsonNode.class));
        if (values != null && values.isArray() && values.size() == VALUES) {
          return Outcome.done(new Cursor(mark, parts[1].equals(NONE) ? null : parts[1], values));
        }
      }
    } catch (IllegalArgumentException | IOException _) {
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
    return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
  }

  /// The same for each page of a search, and another for almost every other search.
  static String markOf(Target target, SearchQuery query) {
    int hash = (query.request() + "|" + query.caller() + "|" + query.sort()).hashCode();
    return target.name().charAt(0) + Integer.toHexString(hash).toLowerCase(Locale.ROOT);
  }
}
