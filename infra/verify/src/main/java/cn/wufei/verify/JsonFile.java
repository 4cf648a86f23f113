package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object of a JSON file, read field by field; what is not there or of another type is an error
/// of use.
record JsonFile(String name, JsonNode node) {

  private static final long SIZE_LIMIT = 1 << 20;
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static JsonFile read(Path file) throws UsageException {
    try {
      if (Files.size(file) > SIZE_LIMIT) {
        throw new UsageException(file + " is larger than such a file can be");
      }
      JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
      if (!node.isObject()) {
        throw new UsageException(file + " is not a JSON object");
      }
      return new JsonFile(String.valueOf(file.getFileName()), node);
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(file, firstLine(e)));
    }
  }

  JsonFile object(String field) throws UsageException {
    JsonNode value = required(field);
    if (!value.isObject()) {
      throw wrong(field, "an object");
    }
    return new JsonFile(name, value);
  }

  String text(String field) throws UsageException {
    JsonNode value = required(field);
    if (!value.isTextual()) {
      throw wrong(field, "a text");
    }
    return value.textValue();
  }

  long integer(String field) throws UsageException {
    JsonNode value = required(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "an integer");
    }
    return value.longValue();
  }

  /// The number of a block that can be: the first is block 1.
  long blockNumber(String field) throws UsageException {
    long value = integer(field);
    if (value < 1) {
      throw wrong(field, "the number of a block");
    }
    return value;
  }

  int count(String field) throws UsageException {
    long value = integer(field);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw wrong(field, "a count");
    }
    return (int) value;
  }

  boolean bool(String field) throws UsageException {
    JsonNode value = required(field);
    if (!value.isBoolean()) {
      throw wrong(field, "true or false");
    }
    return value.booleanValue();
  }

  byte[] hex(String field) throws UsageException {
    return hex(field, required(field));
  }

  /// So many bytes and no others: a hash of another length would shift what stands beside it.
  byte[] hex(String field, int bytes) throws UsageException {
    return hex(field, required(field), bytes);
  }

  /// A list of which each has so many bytes.
  List<byte[]> hexes(String field, int bytes) throws UsageException {
    JsonNode value = required(field);
    if (!value.isArray()) {
      throw wrong(field, "a list");
    }
    List<byte[]> hexes = new ArrayList<>();
    for (JsonNode one : value) {
      hexes.add(hex(field, one, bytes));
    }
    return hexes;
  }

  /// An ISO-8601 instant, as microseconds.
  long instant(String field) throws UsageException {
    try {
      Instant instant = Instant.parse(text(field));
      long micros = Times.micros(instant);
      if (!Times.instant(micros).equals(instant)) {
        throw wrong(field, "an instant of whole microseconds");
      }
      return micros;
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(field, "an instant");
    }
  }

  long day(String field) throws UsageException {
    try {
      return LocalDate.parse(text(field)).toEpochDay();
    } catch (DateTimeException e) {
      throw wrong(field, "a date");
    }
  }

  /// An id: a number, or 13 characters of Crockford's base 32, as the interface writes it.
  long id(String field) throws UsageException {
    JsonNode value = required(field);
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    Long id = value.isTextual() ? Base32.parse(value.textValue()) : null;
    if (id == null) {
      throw wrong(field, "an id");
    }
    return id;
  }

  /// An id, or null where the file says so.
  @Nullable Long optId(String field) throws UsageException {
    return required(field).isNull() ? null : id(field);
  }

  void require(String field) throws UsageException {
    required(field);
  }

  boolean has(String field) {
    return node.has(field);
  }

  List<String> fields() {
    List<String> fields = new ArrayList<>();
    node.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  void requireOnly(Set<String> known) throws UsageException {
    for (String field : fields()) {
      if (!known.contains(field)) {
        throw new UsageException("%s: %s is not part of such a file".formatted(name, field));
      }
    }
  }

  UsageException wrong(String field, String must) {
    return new UsageException("%s: %s is not %s".formatted(name, field, must));
  }

  private byte[] hex(String field, JsonNode value, int bytes) throws UsageException {
    byte[] hex = hex(field, value);
    if (hex.length != bytes) {
      throw wrong(field, "hexadecimal of %d bytes".formatted(bytes));
    }
    return hex;
  }

  private byte[] hex(String field, JsonNode value) throws UsageException {
    try {
      return HEX.parseHex(value.isTextual() ? value.textValue() : "-");
    } catch (IllegalArgumentException e) {
      throw wrong(field, "hexadecimal");
    }
  }

  private JsonNode required(String field) throws UsageException {
    JsonNode value = node.get(field);
    if (value == null) {
      throw new UsageException("%s: %s is missing".formatted(name, field));
    }
    return value;
  }

  private static String firstLine(IOException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }
}
