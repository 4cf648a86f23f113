package cn.wufei.exchange.deal.document;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines of a width: between any two Chinese characters, between Latin words,
/// and inside a word only where it is longer than a line. No line begins with a closing mark and
/// none ends with an opening one.
final class PdfLines {

  private static final String CLOSING = "，。；：、！？）》」』】〕’”%％‰…,.;:!?)]}";
  private static final String OPENING = "（《「『【〔‘“([{";
  private static final int IDEOGRAPHIC_FROM = 0x2E80;

  private final PdfTypeface typeface;
  private final float size;
  private final float width;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private PdfLines(PdfTypeface typeface, float size, float width) {
    this.typeface = typeface;
    this.size = size;
    this.width = width;
  }

  /// @param width in points
  static List<String> of(String text, PdfTypeface typeface, float size, float width) {
    List<String> all = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      PdfLines lines = new PdfLines(typeface, size, width);
      piecesOf(typeface.shown(paragraph)).forEach(lines::add);
      lines.end();
      all.addAll(lines.lines);
    }
    return all;
  }

  private void add(String piece) {
    if (fits(line + piece.stripTrailing())) {
      line.append(piece);
    } else if (fits(piece.stripTrailing())) {
      end();
      line.append(piece);
    } else {
      piece
          .codePoints()
          .forEach(character -> {
            String next = Character.toString(character);
            if (!fits(line + next)) {
              end();
            }
            line.append(next);
          });
    }
  }

  private void end() {
    lines.add(line.toString().stripTrailing());
    line.setLength(0);
  }

  private boolean fits(String text) {
    return typeface.width(text, size) <= width;
  }

  /// What is not broken: a Chinese character, or a word with the blank after it, each with the
  /// marks that belong to it.
  private static List<String> piecesOf(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int before = ' ';
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (piece.length() > 0 && mayBreak(before, character)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(character);
      before = character;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static boolean mayBreak(int before, int character) {
    if (character == ' ' || CLOSING.indexOf(character) >= 0 || OPENING.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || before >= IDEOGRAPHIC_FROM || character >= IDEOGRAPHIC_FROM;
  }
}
