package cn.wufei.exchange.settlement.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.statement.LineKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurchaseCsvTest {

  private final Catalog catalog = Catalog.readFrom(Path.of("..", "seeds", "reference"));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      textBlock =
          """
          # supplier,       in the file
            水泥厂,          水泥厂
            A "B" C,        "A ""B"" C"
            =SUM(A1),       '=SUM(A1)
            +86 531,        '+86 531
            |A;"=1|,        |"A;""'=1"|
          """)
  void a_purchase_is_a_line_and_no_name_in_it_is_a_formula(String supplier, String inFile) {
    String file = PurchaseCsv.of(List.of(purchase(supplier)), catalog);

    assertThat(file).startsWith("\uFEFF收货日期,供应商,物料,车次,磅单号,").endsWith("\r\n");
    assertThat(file.lines())
        .hasSize(2)
        .last()
        .isEqualTo("2026-11-01," + inFile + ",无此物料,C-1,'-1,30000,29000,-15.05,D-1,F-1 F-2");
  }

  private static Purchase purchase(String supplier) {
    return new Purchase(
        Id.of(1),
        LocalDate.of(2026, 11, 1),
        new OrganisationRef(Id.of(2), supplier, null, "producer", "verified", "370117", false),
        "无此物料",
        "unknown",
        LineKind.LOAD,
        "C-1",
        "-1",
        30_000,
        29_000,
        -1_505,
        Id.of(3),
        "D-1",
        List.of("F-1", "F-2"));
  }
}
