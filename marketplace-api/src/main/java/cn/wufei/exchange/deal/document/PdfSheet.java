package cn.wufei.exchange.deal.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// Fills pages of A4 from the top: headings, paragraphs and tables, each with a next page where it
/// does not fit. Lengths are points.
final class PdfSheet implements AutoCloseable {

  static final float SIZE = 9.5f;

  private static final float MARGIN = 54;
  private static final float BOTTOM = 64;
  private static final float FOOT = 36;
  private static final float FOOT_SIZE = 7.5f;
  private static final float LEADING = 1.5f;
  private static final float PAD = 4.5f;
  private static final float HAIRLINE = 0.5f;
  private static final float TITLE_SIZE = 18;
  private static final float HEADING_SIZE = 11.5f;
  private static final float BOLDNESS = 0.025f;
  private static final float INK = 0.1f;
  private static final float GREY = 0.42f;
  private static final float RULE = 0.72f;
  private static final float SHADE = 0.94f;

  private final PDDocument document;
  private final PdfTypeface typeface;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream out;
  private boolean isOpen = true;
  private float y;

  PdfSheet(PDDocument document, PdfTypeface typeface) throws IOException {
    this.document = document;
    this.typeface = typeface;
    this.out = nextPage();
  }

  static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  private PDPageContentStream nextPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages.add(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  /// Whether a next page was begun.
  private boolean need(float height) throws IOException {
    if (y - height >= BOTTOM) {
      return false;
    }
    out.close();
    out = nextPage();
    return true;
  }

  void title(String text) throws IOException {
    for (String line : PdfLines.of(text, typeface, TITLE_SIZE, width())) {
      need(TITLE_SIZE * LEADING);
      y -= TITLE_SIZE * LEADING;
      float left = (PDRectangle.A4.getWidth() - typeface.width(line, TITLE_SIZE)) / 2;
      write(out, line, left, y, TITLE_SIZE, INK, true);
    }
  }

  void subtitle(String text) throws IOException {
    String shown = typeface.shown(text);
    need(SIZE * LEADING);
    y -= SIZE * LEADING + PAD;
    float left = (PDRectangle.A4.getWidth() - typeface.width(shown, SIZE)) / 2;
    write(out, shown, left, y, SIZE, GREY, false);
  }

  /// Stays with some of what follows.
  void heading(String text) throws IOException {
    need(HEADING_SIZE * LEADING + SIZE * LEADING * 3);
    y -= HEADING_SIZE * LEADING + PAD * 2;
    write(out, typeface.shown(text), MARGIN, y, HEADING_SIZE, INK, true);
    y -= PAD + 1;
  }

  void paragraph(String text) throws IOException {
    paragraph(text, SIZE, INK);
  }

  void remark(String text) throws IOException {
    paragraph(text, SIZE - 1, GREY);
  }

  private void paragraph(String text, float size, float ink) throws IOException {
    for (String line : PdfLines.of(text, typeface, size, width())) {
      need(size * LEADING);
      y -= size * LEADING;
      write(out, line, MARGIN, y, size, ink, false);
    }
    y -= PAD;
  }

  /// Names on the left, what they stand for on the right.
  void facts(List<Fact> facts) throws IOException {
    float name = width() * 0.26f;
    for (Fact fact : facts) {
      row(List.of(fact.name(), fact.value()), List.of(name, width() - name), Shade.FIRST);
    }
    y -= PAD;
  }

  record Fact(String name, String value) {}

  /// @param shares of the width, one for each column
  void table(List<String> headings, List<List<String>> rows, List<Float> shares)
      throws IOException {
    float sum = (float) shares.stream().mapToDouble(Float::doubleValue).sum();
    List<Float> widths = shares.stream().map(share -> share / sum * width()).toList();
    row(headings, widths, Shade.ALL);
    for (List<String> row : rows) {
      if (need(heightOf(cellsOf(row, widths)))) {
        row(headings, widths, Shade.ALL);
      }
      row(row, widths, Shade.NONE);
    }
    y -= PAD;
  }

  private enum Shade {
    NONE,
    FIRST,
    ALL;

    private boolean covers(int column) {
      return this == ALL || (this == FIRST && column == 0);
    }
  }

  private List<List<String>> cellsOf(List<String> texts, List<Float> widths) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      cells.add(PdfLines.of(texts.get(i), typeface, SIZE, widths.get(i) - 2 * PAD));
    }
    return cells;
  }

  private static float heightOf(List<List<String>> cells) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    return lines * SIZE * LEADING + PAD;
  }

  private void row(List<String> texts, List<Float> widths, Shade shade) throws IOException {
    List<List<String>> cells = cellsOf(texts, widths);
    float height = heightOf(cells);
    need(height);
    float left = MARGIN;
    for (int i = 0; i < cells.size(); i++) {
      cell(cells.get(i), left, widths.get(i), height, shade.covers(i));
      left += widths.get(i);
    }
    y -= height;
  }

  private void cell(List<String> lines, float left, float width, float height, boolean isShaded)
      throws IOException {
    if (isShaded) {
      out.setNonStrokingColor(SHADE);
      out.addRect(left, y - height, width, height);
      out.fill();
    }
    out.setStrokingColor(RULE);
    out.setLineWidth(HAIRLINE);
    out.addRect(left, y - height, width, height);
    out.stroke();
    float line = y - PAD / 2;
    for (String text : lines) {
      line -= SIZE * LEADING;
      write(out, text, left + PAD, line + SIZE * (LEADING - 1) * 0.6f, SIZE, INK, false);
    }
  }

  private void write(
      PDPageContentStream to,
      String shown,
      float left,
      float base,
      float size,
      float ink,
      boolean isBold)
      throws IOException {
    if (shown.isEmpty()) {
      return;
    }
    to.beginText();
    to.setFont(typeface.font(), size);
    to.setNonStrokingColor(ink);
    to.setRenderingMode(isBold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    if (isBold) {
      to.setStrokingColor(ink);
      to.setLineWidth(size * BOLDNESS);
    }
    to.newLineAtOffset(left, base);
    to.showText(shown);
    to.endText();
  }

  /// Ends the last page and writes the foot of all of them.
  void close(Foot foot) throws IOException {
    close();
    for (int i = 0; i < pages.size(); i++) {
      try (PDPageContentStream below =
          new PDPageContentStream(
              document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
        String right = typeface.shown(foot.right(i + 1, pages.size()));
        float end = PDRectangle.A4.getWidth() - MARGIN - typeface.width(right, FOOT_SIZE);
        write(below, typeface.shown(foot.left()), MARGIN, FOOT, FOOT_SIZE, GREY, false);
        write(below, right, end, FOOT, FOOT_SIZE, GREY, false);
      }
    }
  }

  /// What stands at the foot of each page.
  interface Foot {
    String left();

    String right(int page, int pages);
  }

  @Override
  public void close() throws IOException {
    if (isOpen) {
      isOpen = false;
      out.close();
    }
  }
}
