package cn.wufei.exchange.deal.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Side;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentPdfTest {

  private static final int GB2312_FROM = 0xA1;
  private static final int GB2312_TO = 0xFE;
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  private final DocumentPdf pdf = new DocumentPdf();

  @ParameterizedTest
  @EnumSource
  void a_printed_version_says_what_was_agreed_in_an_embedded_face(Language language)
      throws IOException {
    byte[] printed = print("接收方按约定用途利用。", language);

    try (PDDocument read = Loader.loadPDF(printed)) {
      String text = textOf(read);
      assertThat(text)
          .contains(
              "A2027-000001",
              "淄博钢铁厂",
              "济南水泥厂",
              "91370300MA3T00001X",
              "2027-03",
              "-12.5",
              "接收方按约定用途利用。",
              SHA256);
      assertThat(text)
          .contains(
              language == Language.ZH
                  ? List.of(
                      "1000 吨",
                      "-12.50 元/吨",
                      "粒化高炉矿渣",
                      "甲方（供应方）",
                      "乙方（接收方）",
                      "由供应方付给接收方",
                      "交付期",
                      "文本形成时间",
                      "平台核验状态为“已核验”",
                      "第 1 页，共 " + read.getNumberOfPages() + " 页")
                  : List.of(
                      "1000 t",
                      "-12.50 CNY/t",
                      "Granulated slag",
                      "Party A (seller)",
                      "Party B (buyer)",
                      "Delivery",
                      "Text made",
                      "Page 1 of "));
      assertThat(read.getDocumentInformation().getTitle()).contains("A2027-000001");
      for (PDPage page : read.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
        }
      }
    }
    assertThat(printed).as("only the characters that are used").hasSizeLessThan(400_000);
  }

  @Test
  void a_long_text_goes_on_over_pages_that_are_counted() throws IOException {
    byte[] printed = print("运输全程苫盖、不遗撒；ABC 123。\n".repeat(200), Language.ZH);

    try (PDDocument read = Loader.loadPDF(printed)) {
      assertThat(read.getNumberOfPages()).isGreaterThan(4);
      String text = textOf(read);
      for (int page = 1; page <= read.getNumberOfPages(); page++) {
        assertThat(text).contains("第 %d 页，共 %d 页".formatted(page, read.getNumberOfPages()));
      }
      assertThat(text.split("运输全程苫盖", -1)).hasSize(201);
    }
  }

  @Test
  void what_the_face_has_not_is_marked_and_counted() throws IOException {
    byte[] printed = print("客户😀与𪚥厂，约定用途。", Language.ZH);

    try (PDDocument read = Loader.loadPDF(printed)) {
      String text = textOf(read);
      assertThat(text).contains("客户〓与").contains("有 2 个字符字库中没有").doesNotContain("😀");
    }
    try (PDDocument read = Loader.loadPDF(print("都有的字，约定用途。", Language.ZH))) {
      assertThat(textOf(read)).doesNotContain("〓");
    }
  }

  @Test
  void the_face_has_every_character_of_gb2312() throws IOException {
    TrueTypeFont face = DocumentPdf.readFace();
    List<String> missing = new ArrayList<>();
    int known = 0;
    for (int high = GB2312_FROM; high <= GB2312_TO; high++) {
      for (int low = GB2312_FROM; low <= GB2312_TO; low++) {
        String character = gb2312(high, low);
        if (character != null) {
          known++;
          if (face.getUnicodeCmapLookup().getGlyphId(character.codePointAt(0)) == 0) {
            missing.add(character);
          }
        }
      }
    }

    assertThat(known).as("682 marks and 6,763 characters").isEqualTo(7_445);
    assertThat(missing).isEmpty();
  }

  @Test
  void two_may_print_at_once() {
    List<byte[]> printed =
        IntStream.range(0, 8).parallel().mapToObj(_ -> print("约定用途，同时打印。", Language.ZH)).toList();

    assertThat(printed)
        .allSatisfy(each -> {
          try (PDDocument read = Loader.loadPDF(each)) {
            assertThat(textOf(read)).contains("同时打印");
          }
        });
  }

  private static @Nullable String gb2312(int high, int low) {
    try {
      return Charset.forName("GB2312")
          .newDecoder()
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(new byte[] {(byte) high, (byte) low}))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static String textOf(PDDocument document) throws IOException {
    return new PDFTextStripper().getText(document);
  }

  private byte[] print(String pollutionTerms, Language language) {
    AgreementContent content = Contents.of(pollutionTerms);
    DocumentVersion version =
        new DocumentVersion(
            1,
            DocumentStatus.SIGNED,
            SHA256,
            1234,
            Contents.AT,
            null,
            null,
            null,
            List.of(),
            List.of(new DocumentVersion.Signature(Side.SELLER, "张三", "淄博钢铁厂", Contents.AT)),
            List.of(),
            List.of(),
            Contents.AT,
            null,
            content);
    return pdf.of(
        new AgreementDocument(
            content.agreementId(),
            content.agreementNumber(),
            AgreementStatus.ACTIVE,
            null,
            1,
            null,
            1,
            null,
            List.of(),
            List.of(version)),
        version,
        language);
  }
}
