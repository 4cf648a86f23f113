package cn.wufei.exchange.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What somebody who opens an archive has to know, in both languages.
final class ReadMe {

  private static final String TEXT = text();

  private ReadMe() {}

  static String of(Manifest manifest) {
    Manifest.LastBlock block = manifest.ledger();
    return TEXT.replace("{firm}", manifest.organisation().name())
        .replace("{time}", manifest.exportedAt())
        .replace("{block}", block == null ? "-" : block.number() + " " + block.sha256())
        .replace("{files}", lines(manifest.files(), ReadMe::line))
        .replace("{checks}", lines(manifest.checks(), ReadMe::line))
        .replace("\n", "\r\n");
  }

  private static String text() {
    try (InputStream text = ReadMe.class.getResourceAsStream("readme.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> String lines(List<T> things, Function<T, String> line) {
    return things.stream().map(line).collect(Collectors.joining("\n"));
  }

  private static String line(Manifest.TableFile file) {
    return "%s  %s / %s: %d".formatted(file.file(), file.nameZh(), file.nameEn(), file.rows());
  }

  private static String line(Manifest.Check check) {
    return "%s %s = %s, %s %s = %s: %s"
        .formatted(
            check.file(),
            check.column(),
            check.sum().toPlainString(),
            check.otherFile(),
            check.otherColumn(),
            check.otherSum().toPlainString(),
            check.equal() ? "相等 / equal" : "不相等 / NOT EQUAL");
  }
}
