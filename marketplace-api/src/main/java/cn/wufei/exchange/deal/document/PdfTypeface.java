package cn.wufei.exchange.deal.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The one typeface of a PDF, embedded with the characters that are used. A character that it has
/// not is shown as the geta mark 〓, as printers did when a type was missing, and counted.
final class PdfTypeface {

  private static final int GETA_MARK = '〓';
  private static final float UNITS = 1_000f;

  private final PDFont font;
  private final CmapLookup glyphs;
  private final Map<Integer, Float> widths = new HashMap<>();
  private final Set<Integer> missing = new HashSet<>();

  PdfTypeface(PDDocument document, TrueTypeFont face) throws IOException {
    this.font = PDType0Font.load(document, face, true);
    this.glyphs = face.getUnicodeCmapLookup();
  }

  PDFont font() {
    return font;
  }

  /// How many different characters were replaced.
  int missing() {
    return missing.size();
  }

  boolean has(int character) {
    return glyphs.getGlyphId(character) != 0;
  }

  /// The text as it can be shown. What has no shape of its own, such as a selector of variants, is
  /// left out.
  String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(character, shown));
    return shown.toString();
  }

  private void append(int character, StringBuilder shown) {
    if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
      shown.append(character == '\u3000' ? '\u3000' : ' ');
      return;
    }
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK -> {}
      default -> {
        if (has(character)) {
          shown.appendCodePoint(character);
        } else {
          shown.appendCodePoint(GETA_MARK);
          missing.add(character);
        }
      }
    }
  }

  /// In points.
  ///
  /// @param shown only characters that there are
  float width(String shown, float size) {
    float sum = 0;
    for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
      sum += widths.computeIfAbsent(shown.codePointAt(i), this::widthOf);
    }
    return sum * size / UNITS;
  }

  private float widthOf(int character) {
    try {
      return font.getStringWidth(Character.toString(character));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
