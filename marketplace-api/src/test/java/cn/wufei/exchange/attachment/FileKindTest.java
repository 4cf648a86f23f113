package cn.wufei.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileKindTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # begins,                     kind
            %PDF-1.7,                   PDF
            some words before %PDF-1.4, PDF
            ÿØÿà..JFIF,                 JPEG
            ÿØÿÛ,                       JPEG
          """)
  void a_file_is_what_it_begins_with(String beginning, FileKind kind) {
    assertThat(FileKind.of(FileKind.Purpose.DOCUMENT, bytes(beginning))).isEqualTo(kind);
  }

  @Test
  void a_png_begins_with_a_byte_that_is_no_text_and_two_ends_of_lines() {
    assertThat(FileKind.of(FileKind.Purpose.DOCUMENT, bytes("\u0089PNG\r\n\u001a\n\0")))
        .isEqualTo(FileKind.PNG);
    assertThat(FileKind.of(FileKind.Purpose.DOCUMENT, bytes("\u0089PNG\n\u001a\n\0"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "%PDF", " ÿØÿà", "ÿØ", "GIF89a", "PK\u0003\u0004", "<svg/>", "MZ", "<html>"})
  void nothing_else_is_taken(String beginning) {
    assertThat(FileKind.of(FileKind.Purpose.DOCUMENT, bytes(beginning))).isNull();
  }

  @Test
  void the_header_of_a_pdf_lies_within_its_first_kilobyte() {
    assertThat(
            FileKind.of(
                FileKind.Purpose.DOCUMENT,
                bytes(" ".repeat(FileKind.BEGINNING_BYTES - 5) + "%PDF-")))
        .isEqualTo(FileKind.PDF);
    assertThat(
            FileKind.of(
                FileKind.Purpose.DOCUMENT,
                bytes(" ".repeat(FileKind.BEGINNING_BYTES - 4) + "%PDF")))
        .isNull();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
