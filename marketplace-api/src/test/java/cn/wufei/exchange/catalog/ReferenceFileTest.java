package cn.wufei.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceFileTest {

  private static final Path SHIPPED = Path.of("..", "seeds", "reference");
  private static final String GOOD =
      """
      # dataset: tax-rates
      # edition: 2018
      # source: TAX the statutory table
      key,name_zh,name_en,yuan_per_t,source,verified
      tailings,尾矿,"tailings, all",15,TAX,verified
      """;

  @Test
  void a_file_is_read_with_its_head() {
    ReferenceFile file = read(GOOD);

    assertThat(file.edition()).isEqualTo("2018");
    assertThat(file.source()).isEqualTo("TAX the statutory table");
    assertThat(file.sha256()).matches("[0-9a-f]{64}");
    assertThat(file.rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.line()).isEqualTo(5);
          assertThat(row.key()).isEqualTo("tailings");
          assertThat(row.text("name_en")).isEqualTo("tailings, all");
        });
  }

  @Test
  void what_a_spreadsheet_does_to_a_file_is_harmless() {
    String spoiled =
        "\uFEFF"
            + GOOD.replace("\n", "\r\n").replace("15", "\"15\"").replace("尾矿", "\"尾\"\"矿\"\"\"");

    assertThat(read(spoiled).rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.text("name_zh")).isEqualTo("尾\"矿\"");
          assertThat(row.decimal("yuan_per_t")).isEqualTo("15");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          # dataset: tax-rates;# dataset: uses;line 1: is the dataset uses, not tax-rates
          # dataset: tax-rates;# note only;line 1: the head lacks "# dataset: ..."
          # edition: 2018;# note;line 1: the head lacks "# edition: ..."
          # source: TAX the statutory table;# source: TAX;line 3: a source is a tag, a space and a title
          # source: TAX the statutory table;# source: LAW the law;line 5: column source names "TAX", which no "# source:" line explains
          yuan_per_t,source;source,yuan_per_t;line 4: the columns must be key,name_zh,name_en,yuan_per_t,source,verified
          15,TAX;TAX;line 5: has 5 fields instead of 6
          "tailings, all";"tailings;line 5: has a quotation mark that is not closed
          "tailings, all";"tailings" all;line 5: has text behind a closing quotation mark
          """)
  void a_broken_file_is_named_with_its_line(String part, String instead, String message) {
    assertThat(GOOD).contains(part);
    assertThatThrownBy(() -> read(GOOD.replace(part, instead)))
        .isInstanceOf(ReferenceFault.class)
        .hasMessage("tax-rates.csv " + message);
  }

  @Test
  void a_key_stands_only_once() {
    assertThatThrownBy(() -> read(GOOD + "tailings,尾矿,tailings,5,TAX,verified\n"))
        .hasMessage("tax-rates.csv line 6: \"tailings\" stands already in line 5");
  }

  @Test
  void a_file_without_rows_is_refused() {
    String head = GOOD.substring(0, GOOD.indexOf("tailings"));

    assertThatThrownBy(() -> read(head)).hasMessage("tax-rates.csv line 1: holds no row");
  }

  @Test
  void text_of_another_encoding_is_refused() {
    byte[] bytes = GOOD.getBytes(java.nio.charset.Charset.forName("GB18030"));

    assertThatThrownBy(() -> ReferenceFile.parse(Dataset.TAX_RATES, bytes))
        .hasMessage("tax-rates.csv line 1: is not UTF-8 text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          tax-rates;tailings,尾矿,tailings,15;tailings,尾矿,tailings,-15;column yuan_per_t must not be negative and is -15
          tax-rates;tailings,尾矿,tailings,15;tailings,尾矿,tailings,many;column yuan_per_t must be a number and is "many"
          tax-rates;tailings,尾矿,tailings,15;tailings,,tailings,15;column name_zh is empty
          tax-rates;15,TAX,verified;15,TAX,sure;column verified must be one of verified, partly, unverified and is "sure"
          tax-rates;tailings,尾矿;Tailings_1,尾矿;column key must be at most 40 small letters, digits and single hyphens, and is "Tailings_1"
          waste-classes;SW07,污泥;SW08,污泥;column code must be a class such as SW01, and not SW08 and is "SW08"
          waste-codes;900-001-S17,SW17;900-001-S17,SW59;column class must be the class that the code ends with
          waste-codes;900-001-S17,SW17;900-000-S17,SW17;column code must be a code such as 900-001-S17 and is "900-000-S17"
          parameters;moisture,H2O,水分,moisture,%,wet;moisture,H2O,水分,moisture,%,damp;column basis must be one of wet, dry, as-received, none and is "damp"
          parameters;wet,down,mass,0,100,2;wet,down,mass,100,0,2;column maximum must be above the minimum
          materials;red mud,SW09;red mud,SW66;column class must be something that its own file has and is "SW66"
          materials;铝土矿赤泥;铝土矿赤泥|铝土矿赤泥;column aliases_zh names something twice
          material-uses;sewage-sludge,bricks;sewage-sludge,cakes;column use must be something that its own file has and is "cakes"
          hazardous-codes;900-039-49,HW49;900-039-49,HW48;column class must be the class that the code ends with, such as HW08 and is "HW48"
          hazardous-names;石棉,石棉|asbestos,;石棉,,;column patterns is empty
          identification-thresholds;ph,at-least;ph,about;column comparison must be one of at-least, at-most and is "about"
          freight-rates;road,0,100,300;road,0,120,300;column from_km must be where the road rate before it ends
          freight-rates;road,0,300,,;road,0,300,900,;column to_km must be empty in the last road rate
          freight-rates;road,0,0,100;road,0,5,100;column from_km must be 0 in the first road rate
          freight-rates;water,500,0,,;water,500,0,900,;column to_km must be empty in the last water rate
          freight-rates;water,500,0,,;rail,500,250,,;column from_km must be where the other rail rates begin
          freight-rates;rail,60,300;rail,-1,300;column from_t must not be negative and is -1
          season-profiles;heating-season,采暖季（热电厂）,heating season (heat and power plants),1.80;heating-season,采暖季（热电厂）,heating season (heat and power plants),3.01;column m01 must be at most 3, with at most two decimals, and is 3.01
          season-profiles;0.75,0.60;0.755,0.60;column m11 must be at most 3, with at most two decimals, and is 0.755
          season-profiles;1.00,1.00,1.00,1.00,1.00,1.00,1.00,1.00,1.00,1.00,1.00,1.00,每月;0,0,0,0,0,0,0,0,0,0,0,0,每月;column m01 to m12 must not all be zero
          product-grades;S95,ground-bf-slag;S95,ground-slag;column materials must be keys that materials.csv has, at least one
          product-grades;ggbs-s95,GB/T;ggbs-s96,GB/T;column key has no limit in product-limits.csv
          product-limits;ggbs-s95,density,2.8,;ggbs-s95,density,,;column minimum or maximum must be there
          product-limits;ggbs-s95,density,2.8,;ggbs-s95,density,2.8,2.7;column maximum must not be below the minimum
          product-limits;ggbs-s95,density,2.8,;ggbs-s95,density,2.805,;column parameter cannot have such a value, see parameters.csv
          product-limits;ggbs-s95,density,2.8,;ggbs-s95,density,28,;column parameter cannot have such a value, see parameters.csv
          product-limits;ggbs-s95,density,2.8,;ggbs-s95,colour,2.8,;column parameter must be something that its own file has and is "colour"
          regions;Xintai,370900;Xintai,379999;column parent must be something that its own file has and is "379999"
          """)
  void a_row_that_cannot_be_is_named_with_file_and_line(
      String dataset, String part, String instead, String message, @TempDir Path folder)
      throws IOException {
    copyShipped(folder);
    Path file = folder.resolve(dataset + ".csv");
    String text = Files.readString(file);
    assertThat(text).contains(part);
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(part), instead));

    assertThatThrownBy(() -> Catalog.readFrom(folder))
        .isInstanceOf(ReferenceFault.class)
        .message()
        .startsWith(dataset + ".csv line ")
        .endsWith(": " + message);
  }

  @Test
  void a_missing_file_is_named(@TempDir Path folder) throws IOException {
    copyShipped(folder);
    Files.delete(folder.resolve("uses.csv"));

    assertThatThrownBy(() -> Catalog.readFrom(folder))
        .hasMessage(folder.resolve("uses.csv") + ": cannot be read");
  }

  private static ReferenceFile read(String text) {
    return ReferenceFile.parse(Dataset.TAX_RATES, text.getBytes(StandardCharsets.UTF_8));
  }

  static void copyShipped(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }
}
