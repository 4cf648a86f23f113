package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/// Prints versions of agreements. The face is read with the first one, which takes a few seconds,
/// and kept, some ten megabytes; one version is printed at a time, in about a tenth of a second, as
/// the face may not be read by two at once.
@Singleton
class DocumentPdf {

  private static final String FACE = "NotoSansSC_400Regular.ttf";
  private static final int ID_DIGITS = 15;
  private static final int HEX = 16;

  private final ReentrantLock press = new ReentrantLock();
  private @Nullable TrueTypeFont face;

  /// A version in one language.
  byte[] of(AgreementDocument document, DocumentVersion version, Language language) {
    press.lock();
    try {
      return printed(document, version, new DocumentWords(language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      press.unlock();
    }
  }

  private byte[] printed(AgreementDocument document, DocumentVersion version, DocumentWords words)
      throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      describe(pdf, document, version, words);
      PdfTypeface typeface = new PdfTypeface(pdf, face());
      try (PdfSheet sheet = new PdfSheet(pdf, typeface)) {
        new DocumentPrint(sheet, words, document, version).fill();
        if (typeface.missing() > 0) {
          sheet.remark(
              words
                  .of(
                      "有 %d 个字符字库中没有，以“〓”代替；见平台保存的原文。",
                      "The typeface lacks characters (%d), which stand as 〓; the stored text has"
                          + " them.")
                  .formatted(typeface.missing()));
        }
        sheet.close(foot(document, version, words));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  /// The same version printed twice has the same id.
  private static void describe(
      PDDocument pdf, AgreementDocument document, DocumentVersion version, DocumentWords words) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setTitle(DocumentPrint.titleOf(document, version, words));
    information.setCreator("Wufei Exchange");
    information.setSubject("SHA-256 " + version.sha256());
    information.setCreationDate(
        GregorianCalendar.from(version.madeAt().atZone(LocalCalendar.ZONE)));
    pdf.getDocumentCatalog()
        .setLanguage(words.language() == Language.ZH ? "zh-CN" : Locale.ENGLISH.toLanguageTag());
    pdf.setDocumentId(Long.parseLong(version.sha256().substring(0, ID_DIGITS), HEX));
  }

  private static PdfSheet.Foot foot(
      AgreementDocument document, DocumentVersion version, DocumentWords words) {
    return new PdfSheet.Foot() {
      @Override
      public String left() {
        return document.agreementNumber()
            + words.of(" 第 %d 版", " version %d").formatted(version.number())
            + "   SHA-256 "
            + version.sha256();
      }

      @Override
      public String right(int page, int pages) {
        return words.of("第 %d 页，共 %d 页", "Page %d of %d").formatted(page, pages);
      }
    };
  }

  private TrueTypeFont face() throws IOException {
    if (face == null) {
      face = readFace();
    }
    return face;
  }

  /// Without its substitutions of glyphs: what is shown is what was written, and can be searched.
  static TrueTypeFont readFace() throws IOException {
    try (InputStream bytes = DocumentPdf.class.getResourceAsStream(FACE)) {
      if (bytes == null) {
        throw new IllegalStateException("the build left out " + FACE);
      }
      TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
      face.setEnableGsub(false);
      return face;
    }
  }
}
